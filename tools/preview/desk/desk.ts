import { desk, type SeatName, type SeatPerson } from './api';
import { ClockBar } from './clock-bar';
import { h } from './dom';
import { GroupChat } from './group-chat';
import { Seat, type Look } from './seat';
import type { PhoneShell } from '../runtime/shell';

declare global {
  interface Window {
    shells: Record<string, PhoneShell>;
  }
}

/** Who holds the phones when the desk opens. */
const FIRST: Readonly<Record<SeatName, string>> = { graduate: '林晚', secretary: '许嘉宁', teacher: '周岚' };
const SEATS: readonly SeatName[] = ['graduate', 'secretary', 'teacher'];

const candidates = (seat: SeatName, people: readonly SeatPerson[]): SeatPerson[] => {
  const own = people.filter((person) => person.seat === seat);
  // Secretaries are graduates as well: their own transfer is reached from either phone.
  return seat === 'graduate' ? [...own, ...people.filter((person) => person.seat === 'secretary')] : own;
};

/** What every seat needs of the desk. */
interface Shared {
  readonly now: () => number;
  readonly look: Readonly<Look>;
}

const openSeats = (people: readonly SeatPerson[], shared: Shared, chat: GroupChat): Seat[] =>
  SEATS.flatMap((name) => {
    const choice = candidates(name, people);
    const first = choice.find((person) => person.name === FIRST[name]) ?? choice[0];
    const beside = name === 'teacher' ? [chat.element] : [];
    return first ? [new Seat(name, choice, first, { ...shared, beside, device: 'phone' })] : [];
  });

/** The teacher's computer: a window of the mini-program beside the phones, once it is asked for. */
const openComputer = (people: readonly SeatPerson[], shared: Shared): Seat | undefined => {
  const choice = candidates('teacher', people);
  const first = choice.find((person) => person.name === FIRST.teacher) ?? choice[0];
  return first && new Seat('teacher', choice, first, { ...shared, beside: [], device: 'computer' });
};

const showBuildErrors = (errors: readonly string[]): void => {
  document.querySelector('.build-errors')?.remove();
  if (errors.length === 0) return;
  document.body.append(
    h(
      'div',
      { class: 'build-errors', role: 'alert' },
      h('b', {}, '编译没有通过'),
      h('pre', {}, errors.join('\n')),
    ),
  );
};

const forgetPhones = (): void => {
  for (const key of Object.keys(localStorage)) localStorage.removeItem(key);
};

const start = async (): Promise<void> => {
  const { people } = await desk.people();
  const look: Look = { theme: 'light', fontSize: 16 };
  const shared: Shared = { now: () => bar.now(), look };
  const change = (changed: Partial<Look>): void => {
    Object.assign(look, changed);
    seats.forEach((seat) => seat.relook());
  };
  let seats: Seat[] = [];
  let computer: Seat | undefined;
  const room = h('main', { class: 'seats' });
  const place = (seat: Seat): void => {
    if (!seats.includes(seat)) seats.push(seat);
    window.shells[seat.key] = seat.shell();
    room.append(seat.element);
    if (seat === computer) seat.element.scrollIntoView({ inline: 'end' });
  };
  const chat = new GroupChat(() => bar.now());
  const bar = new ClockBar({
    onMoved: () => seats.forEach((seat) => void seat.refreshTray()),
    onReset: async () => {
      await desk.reset();
      forgetPhones();
      location.reload();
    },
    onTheme: (theme) => change({ theme }),
    onFontSize: (fontSize) => change({ fontSize }),
    onComputer: (on) => {
      computer?.element.remove();
      if (!on) seats = seats.filter((seat) => seat !== computer);
      else computer = openComputer(people, shared);
      if (on && computer) place(computer);
    },
  });
  await bar.load();
  window.shells = {};
  seats = openSeats(people, shared, chat);
  void chat.refresh();
  seats.forEach(place);
  document.body.append(bar.element, room);

  const control = new EventSource('/control/events');
  control.addEventListener('message', () => seats.forEach((seat) => void seat.refreshTray()));
  control.addEventListener('post', () => void chat.refresh());
  control.addEventListener('clock', () => void bar.load());
  control.addEventListener('functionError', (event) => {
    const { function: name, message } = JSON.parse((event as MessageEvent<string>).data) as Record<
      string,
      string
    >;
    seats[0]?.showError({ page: `云函数 ${name ?? ''}`, message: message ?? '' });
  });
  const builds = new EventSource('/desk/events');
  builds.addEventListener('built', (event) => {
    const { errors } = JSON.parse((event as MessageEvent<string>).data) as { errors: string[] };
    showBuildErrors(errors);
    if (errors.length === 0) seats.forEach((seat) => seat.reload());
  });
};

void start();
