/** Everything here acts on the caller's own records; the person comes from the WeChat context alone. */
import { createEntry } from '../_shared/calls/entry';
import { asGraduate } from '../_shared/calls/identity';
import { cardPass } from './card-pass';
import { chooseWay } from './choose-way';
import { confirmLogin } from './confirm-login';
import { deleteMyData } from './delete-my-data';
import { home } from './home';
import { myData } from './my-data';
import { overAge, reportOverAge } from './over-age';
import { report } from './report';
import { reportResetResult } from './report-reset-result';
import { requestResetCode } from './request-reset-code';
import { revealResetCode } from './reveal-reset-code';
import { saveDraft } from './save-draft';
import { submit } from './submit';
import { uploadFolder } from './upload-folder';
import { withdraw } from './withdraw';

export const graduateEntry = createEntry({
  functionName: 'graduate',
  authorise: asGraduate,
  standing: 'kept',
  handlers: {
    home,
    confirmLogin,
    requestResetCode,
    revealResetCode,
    reportResetResult,
    chooseWay,
    saveDraft,
    submit,
    report,
    withdraw,
    uploadFolder,
    cardPass,
    overAge,
    reportOverAge,
    myData,
    deleteMyData,
  },
});
