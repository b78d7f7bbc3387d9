/** The same two questions about the university's settings and about a college's own. */
import type { Response } from '../../../../contract';
import type { Result } from '../../../../domain/errors';
import { call } from '../../../../asking/call';
import type { FormSource } from './source';
import type { Changes, SeasonPreview } from './view';

/** What is new after saving; `college` where it was a college's. */
export type Saved = Response<'teacher', 'saveSeason'> & Partial<Response<'teacher', 'saveCollegeSeason'>>;

export const askPreview = ({ collegeId }: FormSource, changes: Changes): Promise<Result<SeasonPreview>> =>
  collegeId
    ? call('teacher', 'previewCollegeSeason', { collegeId, changes })
    : call('teacher', 'previewSeason', { changes });

export const askToSave = ({ collegeId, version }: FormSource, changes: Changes): Promise<Result<Saved>> =>
  collegeId
    ? call('teacher', 'saveCollegeSeason', { collegeId, version, changes })
    : call('teacher', 'saveSeason', { version, changes });
