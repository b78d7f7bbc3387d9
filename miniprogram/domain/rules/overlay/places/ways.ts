/** What can be changed of ways and routes. */
import { FIELD_IDS, rowOf, type FieldId } from '../../fields/catalogue';
import { mayHold, type RouteRule, type Rulebook, type WayRule } from '../../rulebook/index';
import type { Approver } from '../../rulebook/approvals';
import { ADDED_BY, isAddedId } from '../paths';
import type { Level, Place, PlaceKind } from '../place';
import { LINE, placesUnder, SENTENCE, SENTENCES } from './making';

const SHORT: PlaceKind = { kind: 'text', max: 5, lines: 'one' };
const DAY: PlaceKind = { kind: 'date', mayBeNone: true };

const APPROVALS: readonly { readonly value: readonly Approver[]; readonly label: string }[] = [
  { value: ['college'], label: '学院团委' },
  { value: ['secretary', 'college'], label: '先团支书，再学院团委' },
  { value: ['secretary'], label: '只要团支书' },
];

/** Those a receiver's name and clock hang on cannot be taken away. */
const FIXED: readonly FieldId[] = ['organisation', 'initiatedAt'];

/** Routes of one kind ask for the same things: nobody asks where a confidential employer is. */
const kindOf = ({ handledBy, guarded, receiver }: RouteRule): string =>
  [handledBy, guarded, receiver?.kind].join(' ');

type FieldsFor = (route: RouteRule) => readonly FieldId[];

/** What routes of a kind ask for; found once for each kind, because every letter typed asks for all places. */
const fieldsByKind = ({ ways }: Rulebook): FieldsFor => {
  const routes = ways.flatMap((way) => way.routes);
  const found = new Map<string, readonly FieldId[]>();
  return (route) => {
    const kind = kindOf(route);
    const before = found.get(kind);
    if (before) return before;
    const alike = routes.filter((other) => kindOf(other) === kind);
    const fields = FIELD_IDS.filter((id) => !FIXED.includes(id) && alike.some((other) => mayHold(other, id)));
    found.set(kind, fields);
    return fields;
  };
};

const useOf = ({ required, optional }: RouteRule, id: FieldId): string =>
  required.includes(id) ? 'required' : optional.includes(id) ? 'optional' : 'absent';

/** A way and one of its routes, by the name both have for people. */
const aboutRoute = (way: WayRule, route: RouteRule): string =>
  way.routes.length > 1 ? `${way.label}，${route.label}` : way.label;

const guidePlaces = (under: ReturnType<typeof placesUnder>, { guide }: RouteRule): Place[] => [
  ...under('guide.summary', '说明', SENTENCE, guide.summary),
  ...under('guide.steps', '怎么办，一步一句', SENTENCES, guide.steps),
  ...under('guide.prepare', '先准备好', SENTENCES, guide.prepare),
  ...under('guide.tellReceiver', '发给对方的话', SENTENCE, guide.tellReceiver ?? undefined),
  ...under('guide.mistakes', '别人常错的', SENTENCES, guide.mistakes),
  ...under('guide.askWhom', '拿不准问谁', LINE, guide.askWhom),
];

const addedPlaces = (way: WayRule, route: RouteRule, levels: readonly Level[]): Place[] => {
  const [whole, part] = [isAddedId(way.id), isAddedId(route.id)];
  if (!whole && !part) return [];
  const path = part ? `ways.${way.id}.routes.${route.id}.from` : `ways.${way.id}.from`;
  return [
    {
      path,
      group: 'ways',
      about: aboutRoute(way, route),
      label: part ? '添加的途径' : '添加的去向',
      kind: { kind: 'added' },
      usual: null,
      source: '学校自己添加的',
      levels,
    },
  ];
};

const routePlaces = ({ system }: Rulebook, fieldsFor: FieldsFor, way: WayRule, route: RouteRule): Place[] => {
  const about = aboutRoute(way, route);
  const under = placesUnder(`ways.${way.id}.routes.${route.id}`, {
    group: 'ways',
    about,
    source: route.basis,
  });
  const { window, handledBy, transferReason } = route;
  return [
    ...under('on', '可以选', { kind: 'switch' }, route.closed !== true),
    ...under('label', '名称', LINE, route.label),
    ...under('hint', '名称下面的一句', LINE, route.hint),
    ...under('transferReason', system.reasonLabel, LINE, transferReason ?? undefined),
    ...under('targetHint', '申请转入组织怎么找', { ...LINE, max: 80 } as PlaceKind, route.targetHint),
    ...under('window.opens', '从哪天起可以办', DAY, asJson(window?.opens ?? null)),
    ...under('window.deadline', '最晚哪天发起', DAY, asJson(window?.deadline ?? null)),
    ...(handledBy === 'graduate'
      ? under('approvals', '转出谁审批', { kind: 'choice', options: APPROVALS }, route.approvals)
      : []),
    ...fieldsFor(route).flatMap((id) =>
      under(`fields.${id}`, rowOf(id).label, { kind: 'use' }, useOf(route, id)),
    ),
    ...guidePlaces(under, route),
  ];
};

const asJson = (day: { readonly month: number; readonly day: number } | null) =>
  day === null ? null : { month: day.month, day: day.day };

const levelsOfAdded = (id: string): readonly Level[] =>
  id.startsWith(ADDED_BY.college) ? ['college'] : ['committee'];

const wayPlaces = (rulebook: Rulebook, fieldsFor: FieldsFor, way: WayRule): Place[] => {
  const [first] = way.routes;
  const under = placesUnder(`ways.${way.id}`, {
    group: 'ways',
    about: way.label,
    source: first?.basis ?? rulebook.source,
  });
  return [
    ...under('label', '去向的名称', LINE, way.label),
    ...under('shortLabel', '图表里的短名称', SHORT, way.shortLabel),
    ...way.routes.flatMap((route) => [
      ...addedPlaces(way, route, levelsOfAdded(isAddedId(way.id) ? way.id : route.id)),
      ...routePlaces(rulebook, fieldsFor, way, route),
    ]),
  ];
};

export const placesOfWays = (rulebook: Rulebook): Place[] => {
  const fieldsFor = fieldsByKind(rulebook);
  return rulebook.ways.flatMap((way) => wayPlaces(rulebook, fieldsFor, way));
};
