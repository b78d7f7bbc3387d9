import type { WayRow } from '../../../domain/words/way-rows';
import { wayText } from '../../../domain/words/ways';
import { once } from '../../../loading/load';
import { sayFailure } from '../../../loading/say-failure';
import { ownState } from '../../../memory/own-state';
import { placeInRound } from '../../../memory/round';
import type { Rulebook } from '../../../domain/rules/rulebook/index';
import { rulebookOf } from '../../../rulebooks/index';
import { call } from '../../../asking/call';
import { copyOrSay } from '../../../services/clipboard';
import { isLargeFont } from '../../../services/display';
import { goBack } from '../../../services/navigate';
import { toFields } from '../form/to-fields';
import { typedValues } from '../form/typed';
import { FILLING_IN, held, nothingFilledIn, type FillingIn } from './filling-in';
import { boxesOf, phaseOf, waysFor, workFor, type Box, type Person, type Phase, type Recorder } from './view';

/** What an instance remembers besides what it shows. */
interface Own {
  person: Person | null;
}

const own = ownState<Own>(() => ({ person: null }));

interface Data extends FillingIn {
  large: boolean;
  as: Recorder;
  memberId: string;
  name: string;
  intro: string;
  phase: Phase | '';
  /** Why there is nothing to record, or that it is done. */
  done: string;
  ways: readonly WayRow[];
  wayText: string;
  /** What is typed into the system, each to be copied. */
  boxes: readonly Box[];
  /** Among those who are gone through; number 0 outside of a round. */
  place: { number: number; total: number };
  next: string;
  error: string;
  failed: string;
}

const initial: Data = {
  ...nothingFilledIn,
  large: false,
  as: 'secretary',
  memberId: '',
  name: '',
  intro: '',
  phase: '',
  done: '',
  ways: [],
  wayText: '',
  boxes: [],
  place: { number: 0, total: 0 },
  next: '',
  error: '',
  failed: '',
};

const INTROS = {
  way: () => '本人还没办，先替 TA 记下去向。会写明是你记的，本人来了能改、能删。',
  start: ({ system }: Rulebook) =>
    `在${system.name}里已经发起了，就照着填。不用截图。还没发起，可以下次再来填。`,
  done: () => '',
} satisfies Readonly<Record<Phase, (rulebook: Rulebook) => string>>;

Page({
  ...FILLING_IN,

  data: initial,

  onLoad(query: Record<string, string | undefined>) {
    const as: Recorder = query.as === 'teacher' ? 'teacher' : 'secretary';
    this.setData({ large: isLargeFont(), as });
    this.take(query.memberId ?? '');
  },

  /** One person; in a round each leads to the next. */
  take(memberId: string) {
    const { number, total, next } = placeInRound('records', memberId);
    this.setData({ memberId, place: { number, total }, next: next ?? '', phase: '', view: null });
    void this.load();
  },

  onNextTap() {
    if (this.data.next) this.take(this.data.next);
  },

  onCopyTap(event: TapEvent<{ text: string }>) {
    void copyOrSay(event.currentTarget.dataset.text);
  },

  async load() {
    const { as, memberId } = this.data;
    const reply = await call(as, 'person', { memberId });
    if (!reply.ok) return this.setData({ error: sayFailure(reply.error) });
    this.show(reply.data.person, reply.data.rulebookId);
  },

  show(person: Person, rulebookId: string) {
    const rulebook = rulebookOf(rulebookId);
    if (!rulebook) return this.setData({ error: '这一季的规则在这个版本里没有，请关掉小程序后重新打开' });
    const phase = phaseOf(person);
    own(this).person = person;
    const work = phase === 'start' ? (workFor(person, rulebook) ?? null) : null;
    held(this).work = work;
    this.setData({
      error: '',
      failed: '',
      name: person.name,
      phase,
      done: phase === 'done' ? '本人已经在办了，不用替 TA 记' : '',
      intro: INTROS[phase](rulebook),
      ways: waysFor(rulebook, this.data.as),
      wayText: work ? `去向：${wayText(work.way, work.route)}` : '',
      typed: typedValues({}),
    });
    this.render();
  },

  render() {
    FILLING_IN.render.call(this);
    const { person } = own(this);
    this.setData({ boxes: person ? boxesOf(person, held(this).work) : [] });
  },

  onRetryTap() {
    this.setData({ error: '', phase: '' });
    void this.load();
  },

  onDoneTap() {
    if (this.data.next) this.onNextTap();
    else goBack();
  },

  onOtherWayTap() {
    held(this).work = null;
    this.setData({ phase: 'way', view: null, intro: INTROS.way() });
  },

  onWayTap({ currentTarget }: TapEvent<{ key: string }>) {
    const row = this.data.ways.find(({ key }) => key === currentTarget.dataset.key);
    if (!row) return;
    void once(this, 'way', async () => {
      const { as, memberId } = this.data;
      const version = own(this).person?.transfer?.version ?? null;
      const { wayId, routeId } = row;
      const reply = await call(as, 'recordWay', { memberId, version, wayId, routeId });
      if (!reply.ok) return this.setData({ failed: sayFailure(reply.error) });
      if (reply.data.state === 'planned')
        return this.setData({ phase: 'done', done: '去向记下了，到时候再办', view: null });
      await this.load();
    });
  },

  async record() {
    const { work } = held(this);
    const version = own(this).person?.transfer?.version;
    if (!work || version === undefined) return;
    const { as, memberId } = this.data;
    const fields = toFields(work.draft);
    const reply = await call(as, 'recordStart', { memberId, version, fields });
    if (!reply.ok) return this.setData({ failed: sayFailure(reply.error) });
    this.setData({ phase: 'done', done: '记下了，接下来等审批', view: null });
  },
});
