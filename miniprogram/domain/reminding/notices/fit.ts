import { THING_MAX } from '../../rules/message-limits';

const ELLIPSIS = '…';

const headOf = (text: string, max: number): string => {
  let head = '';
  for (const character of text) {
    if (head.length + character.length > max) break;
    head += character;
  }
  return head;
};

const tailOf = (text: string, max: number): string => {
  let tail = '';
  for (const character of [...text].reverse()) {
    if (tail.length + character.length > max) break;
    tail = character + tail;
  }
  return tail;
};

/** `text` in at most `max` characters, shortened in the middle; never half of a surrogate pair. */
export const fitMiddle = (text: string, max: number): string => {
  if (text.length <= max) return text;
  if (max <= 1) return max === 1 ? ELLIPSIS : '';
  const tail = tailOf(text, Math.floor((max - 1) / 2));
  return headOf(text, max - 1 - tail.length) + ELLIPSIS + tail;
};

/** A sentence around a name: only the name is shortened so that the whole fits. */
export const fitAround = (name: string, sentence: (name: string) => string, max = THING_MAX): string =>
  sentence(fitMiddle(name, Math.max(1, max - sentence('').length)));
