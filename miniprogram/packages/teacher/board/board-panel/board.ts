import type { Request, Response } from '../../../../contract';

export type Board = Response<'teacher', 'board'>;
export type PeopleFilter = Request<'teacher', 'people'>['filter'];
