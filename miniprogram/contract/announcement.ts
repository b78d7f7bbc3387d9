import * as v from 'valibot';
import { instant } from './parts';

/** What the committee or a college tells everybody, and since when. */
export const announcementView = v.object({ text: v.string(), at: instant });
