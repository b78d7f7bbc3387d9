import { maybe } from '../properties';
import type { KeyWords } from '../../loading/keys';

/** What the keys do, `words` of a key table; nothing where there are none. */
Component({ properties: { words: maybe<KeyWords>() } });
