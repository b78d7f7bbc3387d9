import { desk, longTime, type TimerRun } from './api';
import { h, icon } from './dom';
import { openDialog } from './dialog';

const HOUR = 3_600_000;

export interface ClockBarEvents {
  onMoved(): void;
  onReset(): Promise<void>;
  onTheme(theme: 'light' | 'dark'): void;
  onFontSize(size: number): void;
  onComputer(on: boolean): void;
}

/** The bar on top: what time it is on this machine's China, and the ways to let time pass. */
export class ClockBar {
  readonly element: HTMLElement;
  private readonly time = h('span', { class: 'bar-time num' });
  private readonly summary = h('span', { class: 'bar-summary', role: 'status' });
  private offset = 0;

  constructor(private readonly events: ClockBarEvents) {
    const run = h(
      'button',
      { class: 'bar-main', onClick: () => void this.run(() => desk.runTimers()) },
      icon('play'),
    );
    run.append('立即运行定时任务');
    this.element = h(
      'header',
      { class: 'bar' },
      h('span', { class: 'bar-label' }, '模拟时间'),
      this.time,
      this.button('1 小时', 'plus', () => this.move({ advanceMs: HOUR })),
      this.button('1 天', 'plus', () => this.move({ advanceMs: 24 * HOUR })),
      this.button('跳到…', 'calendar', () => this.chooseTime()),
      run,
      h('span', { class: 'bar-space' }),
      this.summary,
      this.toggle('深色', 'moon', (on) => this.events.onTheme(on ? 'dark' : 'light')),
      this.toggle('大字', 'text', (on) => this.events.onFontSize(on ? 20 : 16)),
      this.toggle('电脑', 'screen', (on) => this.events.onComputer(on)),
      this.button('重置', 'swap', () => this.reset()),
    );
    setInterval(() => this.tick(), 1000);
  }

  /** Epoch ms by the emulator's clock. */
  now(): number {
    return Date.now() + this.offset;
  }

  async load(): Promise<void> {
    const { now } = await desk.clock();
    this.setNow(now);
  }

  setNow(now: number): void {
    this.offset = now - Date.now();
    this.tick();
  }

  say(text: string): void {
    this.summary.textContent = text;
  }

  private tick(): void {
    this.time.textContent = longTime(this.now());
  }

  private button(label: string, name: Parameters<typeof icon>[0], act: () => void): HTMLElement {
    return h('button', { class: 'bar-button', onClick: act }, icon(name), label);
  }

  private toggle(label: string, name: Parameters<typeof icon>[0], set: (on: boolean) => void): HTMLElement {
    const button = h('button', { class: 'bar-button', 'aria-pressed': 'false' }, icon(name), label);
    button.addEventListener('click', () => {
      const on = button.getAttribute('aria-pressed') !== 'true';
      button.setAttribute('aria-pressed', String(on));
      set(on);
    });
    return button;
  }

  private move(to: { advanceMs: number } | { at: number }): void {
    void this.run(async () => {
      const moved = await desk.moveClock(to);
      this.setNow(moved.now);
      return moved;
    });
  }

  private async run(act: () => Promise<{ timers: TimerRun[] }>): Promise<void> {
    this.say('正在运行…');
    try {
      const { timers } = await act();
      const failed = timers.filter(({ ok }) => !ok);
      if (failed.length > 0) this.say(`定时任务出错：${failed.map(({ error }) => error ?? '').join('；')}`);
      else this.say(timers.length > 0 ? '定时任务运行完毕' : '这段时间没有定时任务');
      this.events.onMoved();
    } catch (error) {
      this.say(error instanceof Error ? error.message : String(error));
    }
  }

  private chooseTime(): void {
    const china = new Date(this.now() + 8 * HOUR).toISOString().slice(0, 16);
    const field = h('input', {
      type: 'datetime-local',
      value: china,
      class: 'people-search',
      'aria-label': '跳到',
    });
    const go = () => {
      const at = Date.parse(`${field.value}:00+08:00`);
      dialog.close();
      if (!Number.isNaN(at)) this.move({ at });
    };
    const dialog = openDialog(
      '跳到哪一刻（北京时间）',
      field,
      h('button', { class: 'dialog-main', onClick: go }, '跳过去'),
    );
  }

  private async reset(): Promise<void> {
    this.say('正在重置…');
    await this.events.onReset();
    await this.load();
    this.say('已经回到最初的样子');
  }
}
