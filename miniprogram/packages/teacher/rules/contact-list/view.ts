/** Somebody to call while they are being written: every part may still be empty or wrong. */
import { listIn } from '../../../../domain/rules/overlay/place';
import type { HelpContact } from '../../../../domain/rules/rulebook/help-contacts';
import type { JsonValue } from '../../../../domain/rules/rulebook/settings';

export type Contact = { readonly [Part in keyof HelpContact]: string };

export const NOBODY: Contact = { name: '', phone: '', place: '', hours: '' };

interface Part {
  readonly id: keyof Contact;
  readonly label: string;
  readonly placeholder: string;
  readonly type: 'text' | 'number';
}

const WORDS: Readonly<Record<keyof Contact, Omit<Part, 'id'>>> = {
  name: { label: '办公室或姓名', placeholder: '如：学院团委办公室', type: 'text' },
  phone: { label: '电话', placeholder: '如：025-12345678', type: 'text' },
  place: { label: '地点，可以不写', placeholder: '如：大学生活动中心 203', type: 'text' },
  hours: { label: '时间，可以不写', placeholder: '如：工作日 8:30–11:30', type: 'text' },
};

export const CONTACT_PARTS: readonly Part[] = (['name', 'phone', 'place', 'hours'] as const).map((id) => ({
  id,
  ...WORDS[id],
}));

/** What stands in the boxes, whether it may be published or not. */
export const contactsIn = (value: JsonValue): Contact[] =>
  (listIn(value) ?? []).map((one) => {
    const parts: object = typeof one === 'object' && one !== null ? one : {};
    const given = Object.entries(parts).filter(
      (entry): entry is [string, string] => entry[0] in NOBODY && typeof entry[1] === 'string',
    );
    return { ...NOBODY, ...Object.fromEntries(given) };
  });
