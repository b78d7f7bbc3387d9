import type { Response } from '../../../../contract';

export type TeacherQueue = Response<'teacher', 'queue'>;
export type Item = TeacherQueue['items'][number];
export type QueueKind = Item['kind'];
