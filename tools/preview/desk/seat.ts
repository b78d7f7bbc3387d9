import type { PhoneChrome, PhoneError, PhonePage, PhoneShell } from '../runtime/shell';
import { desk, type SeatName, type SeatPerson } from './api';
import { h, icon } from './dom';
import { chooseDevice, NEW_PHONE, type Device } from './device-dialog';
import { choosePerson } from './people-dialog';
import { askPrivacy, askScan, askSubscription } from './sheets';
import { renderTray } from './tray';

const ROLE_NAMES: Readonly<Record<SeatName, string>> = {
  graduate: '毕业生',
  secretary: '团支书',
  teacher: '学院老师',
};

/** Where a phone starts when nobody opened a notification. */
const START_PAGES: Readonly<Record<SeatName, string>> = {
  graduate: '',
  secretary: 'packages/secretary/desk/desk',
  teacher: 'packages/teacher/desk/desk',
};

/** How all phones and the computer look just now: letters in px. */
export interface Look {
  theme: 'light' | 'dark';
  fontSize: number;
}

type PhoneWindow = Window & { phone?: PhonePage };

/** One phone: the person who holds it, what WeChat tells them, and the mini-program itself. */
export class Seat {
  readonly element: HTMLElement;
  private readonly title = h('span', { class: 'chrome-title' });
  private readonly back = h(
    'button',
    { class: 'chrome-back', 'aria-label': '返回', onClick: () => this.phone()?.back() },
    icon('back'),
  );
  private readonly chrome = h('header', { class: 'chrome' }, this.back, this.title);
  private readonly frame = h('iframe', { class: 'phone', title: '小程序' });
  private readonly screen = h('div', { class: 'screen' });
  private readonly tray = h('div', { class: 'tray' });
  private readonly who = h('span', { class: 'seat-who ellipsis' });
  private readonly errors = h('div', { class: 'errors', role: 'alert' });
  private page = '';
  private device: Device = NEW_PHONE;

  constructor(
    private readonly name: SeatName,
    private readonly people: readonly SeatPerson[],
    private person: SeatPerson,
    private readonly around: {
      readonly now: () => number;
      /** What else the person looks at, as a link beside their name. */
      readonly beside: readonly HTMLElement[];
      readonly device: 'phone' | 'computer';
      readonly look: Readonly<Look>;
    },
  ) {
    this.frame.name = this.key;
    this.screen.append(this.chrome, h('div', { class: 'capsule', 'aria-hidden': 'true' }), this.frame);
    this.element = h(
      'section',
      { class: `seat on-${around.device}`, 'data-seat': this.key },
      this.header(),
      this.tray,
      h('div', { class: 'frame' }, this.screen),
      this.errors,
    );
    this.sit(person);
  }

  /** What the frame around its mini-program is found by. */
  get key(): string {
    return this.around.device === 'computer' ? `${this.name}-computer` : this.name;
  }

  private header(): HTMLElement {
    const change = () =>
      choosePerson(`换一位${ROLE_NAMES[this.name]}`, this.people, (person) => this.sit(person));
    const offline = h('input', {
      type: 'checkbox',
      onChange: () => this.phone()?.setOnline(!offline.checked),
    });
    return h(
      'div',
      { class: 'seat-head' },
      h('span', { class: 'seat-person' }, h('b', {}, ROLE_NAMES[this.name]), this.who),
      ...this.around.beside,
      h(
        'button',
        { class: 'link', 'aria-label': '手机状况', title: '手机状况', onClick: () => this.changeDevice() },
        icon('gear'),
      ),
      h('label', { class: 'seat-offline' }, offline, '断网'),
      h('button', { class: 'link', onClick: change }, icon('swap'), '换人'),
    );
  }

  private changeDevice(): void {
    chooseDevice(this.device, (device) => {
      this.device = device;
      this.reload();
    });
  }

  /** Hands the phone to somebody else. */
  private sit(person: SeatPerson): void {
    this.person = person;
    this.who.textContent = `${person.name} · ${person.place}`;
    this.load(START_PAGES[this.name]);
    void this.refreshTray();
  }

  private load(page: string): void {
    this.errors.replaceChildren();
    const query = new URLSearchParams({
      seat: this.key,
      openid: this.person.openid,
      theme: this.around.look.theme,
      fontSize: String(this.around.look.fontSize),
      library: this.device.library,
      ...(page ? { page } : {}),
    });
    for (const condition of this.device.conditions) query.append('with', condition);
    this.frame.src = `/phone.html?${query.toString()}`;
  }

  /** Starts the mini-program anew on the page that is open, after a rebuild. */
  reload(): void {
    this.load(this.page || START_PAGES[this.name]);
  }

  async refreshTray(): Promise<void> {
    const { messages } = await desk.messages(this.person.openid);
    renderTray(this.tray, messages, this.around.now(), {
      whenEmpty: this.whenNothingCame(),
      open: (page) => this.phone()?.openFromNotification(page),
    });
  }

  /** A newcomer's phone says what to sign in with, because nobody sent it a slip of paper. */
  private whenNothingCame(): string {
    const { name, signIn } = this.person;
    if (!signIn) return '还没有收到微信服务通知';
    return `登录用：学号 ${signIn.studentNumber}　姓名 ${name}　邀请码 ${signIn.inviteCode}`;
  }

  /** Shows what the look has become in what is open. */
  relook(): void {
    const { theme, fontSize } = this.around.look;
    this.phone()?.setTheme(theme);
    this.phone()?.setFontSize(fontSize);
  }

  showError({ message, page, stack }: Pick<PhoneError, 'message' | 'page' | 'stack'>): void {
    this.errors.prepend(
      h('details', { class: 'error' }, h('summary', {}, `${page}：${message}`), h('pre', {}, stack ?? '')),
    );
  }

  /** What the mini-program inside the frame asks its phone for. */
  shell(): PhoneShell {
    return {
      updateChrome: (chrome) => this.updateChrome(chrome),
      askSubscription: (templates) => askSubscription(this.screen, templates),
      askPrivacy: () => askPrivacy(this.screen),
      scanCode: () => askScan(this.screen),
      reportError: (error) => this.showError(error),
      share: (card) => this.showError({ page: '转发', message: card.title, stack: card.path }),
    };
  }

  private updateChrome(chrome: PhoneChrome): void {
    this.page = chrome.path;
    this.title.textContent = chrome.title;
    this.back.hidden = chrome.depth <= 1;
    this.chrome.hidden = chrome.navigationStyle === 'custom';
    this.screen.style.setProperty('--chrome-background', chrome.backgroundColor);
    this.screen.style.setProperty('--chrome-text', chrome.textStyle === 'white' ? '#ffffff' : '#142132');
    this.screen.dataset['text'] = chrome.textStyle;
  }

  private phone(): PhonePage | undefined {
    return (this.frame.contentWindow as PhoneWindow | null)?.phone;
  }
}
