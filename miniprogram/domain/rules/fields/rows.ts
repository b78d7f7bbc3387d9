/**
 * The catalogue of fields: one row for each thing a submission can hold. Form, checks, records, lists, my-data and
 * review are made from it; the rulebook says which of the fields a route requires or leaves optional. A new text field
 * is one row here and one word in the rulebook.
 */
import type { StandingList } from '../standing-lists';
import type { Role } from '../roles';
import type { FieldKind } from './kinds';

/** Who of the staff can be shown a field; its owner always is, the branch secretary never. */
export type Viewer = Extract<Role, 'teacher' | 'committee'>;

/** The standing lists a field is in, and its columns in any list: one for each cell its kind gives. */
interface Exported {
  readonly in: readonly StandingList[];
  readonly columns: readonly { readonly heading: string; readonly width: number }[];
}

export interface FieldRow {
  readonly kind: FieldKind;
  readonly label: string;
  /** What the form's button calls it, where the label is too long for that. */
  readonly shortLabel?: string;
  /** Why it is asked for, in words for the privacy guide. */
  readonly purpose: string;
  /** What stands in its empty box, where one box is all it needs. */
  readonly placeholder?: string;
  /** What stands under that box. */
  readonly hint?: string;
  /** Longest text, characters: of a text, of each name of a place, of a contact's name. */
  readonly max?: number;
  /** `sealed`: encrypted in the cloud and never kept on the phone. `file`: beside the fields, as a file. */
  readonly stored: 'plain' | 'sealed' | 'file';
  /** Whether WeChat's text check sees its words before they are stored. */
  readonly textChecked: boolean;
  readonly shownTo: readonly Viewer[];
  /** Its label among the person's own data; null where these show it otherwise. */
  readonly myData: string | null;
  /** Null: no list can show it. */
  readonly exported: Exported | null;
}

const STAFF = ['teacher', 'committee'] as const;
const PLACE = { kind: 'place', max: 40, stored: 'plain', textChecked: true, shownTo: STAFF } as const;

/** In the order in which they are checked and asked for. */
export const FIELDS = {
  region: {
    ...PLACE,
    label: '转入组织所在地',
    purpose: '学院核对转往哪里',
    myData: '所在地',
    exported: { in: ['submissions'], columns: [{ heading: '所在地', width: 26 }] },
  },
  /** 申请转入组织: the receiving branch's exact full name. */
  organisation: {
    kind: 'branchName',
    label: '申请转入组织',
    shortLabel: '转入组织',
    purpose: '学院核对团关系转往哪个团组织',
    max: 100,
    stored: 'plain',
    textChecked: true,
    shownTo: STAFF,
    myData: '申请转入组织',
    exported: { in: ['submissions'], columns: [{ heading: '申请转入组织', width: 34 }] },
  },
  /** Starts the receiver's clock. The record keeps it beside the fields as well, from where the lists take it. */
  initiatedAt: {
    kind: 'startedAt',
    label: '发起时间',
    shortLabel: '提交时间',
    purpose: '计算接收方还有几天，到期前提醒本人',
    stored: 'plain',
    textChecked: false,
    shownTo: STAFF,
    myData: '发起时间',
    exported: null,
  },
  screenshots: {
    kind: 'pictures',
    label: '转出页面截图',
    shortLabel: '截图',
    purpose: '学院核对已经在系统里发起',
    stored: 'file',
    textChecked: false,
    shownTo: STAFF,
    myData: null,
    exported: null,
  },
  registeredResidence: {
    ...PLACE,
    label: '户籍所在地',
    purpose: '按户籍地接收的去向，核对由哪里接收',
    myData: '户籍所在地',
    exported: { in: [], columns: [{ heading: '户籍所在地', width: 26 }] },
  },
  currentResidence: {
    ...PLACE,
    label: '居住地',
    purpose: '按居住地接收的去向，核对由哪里接收',
    myData: '居住地',
    exported: { in: [], columns: [{ heading: '居住地', width: 26 }] },
  },
  parentContact: {
    kind: 'contact',
    label: '父母联系方式',
    purpose: '保留团籍期间联系不上本人时使用',
    max: 30,
    stored: 'sealed',
    textChecked: true,
    shownTo: STAFF,
    myData: '父母联系方式',
    exported: {
      in: [],
      columns: [
        { heading: '家长姓名', width: 12 },
        { heading: '家长电话', width: 18 },
      ],
    },
  },
  /** 出国（境）学习: country or region, and school. */
  studyPlace: {
    kind: 'text',
    label: '去哪里读书',
    purpose: '学院审核保留申请，登记去处',
    placeholder: '国家或地区，学校',
    max: 60,
    stored: 'plain',
    textChecked: true,
    shownTo: STAFF,
    myData: '去哪里读书',
    exported: { in: [], columns: [{ heading: '国家（地区）和学校', width: 26 }] },
  },
  returnMonth: {
    kind: 'month',
    label: '预计回国时间',
    purpose: '学院知道保留到什么时候',
    placeholder: '选年份和月份',
    stored: 'plain',
    textChecked: false,
    shownTo: STAFF,
    myData: '预计回国',
    exported: { in: [], columns: [{ heading: '预计回国年月', width: 14 }] },
  },
  expectedGraduation: {
    kind: 'month',
    label: '预计毕业时间',
    purpose: '延迟毕业的，到时候提醒再办',
    placeholder: '选年份和月份',
    stored: 'plain',
    textChecked: false,
    shownTo: STAFF,
    myData: '预计毕业',
    exported: { in: [], columns: [{ heading: '预计毕业年月', width: 14 }] },
  },
} as const satisfies Record<string, FieldRow>;
