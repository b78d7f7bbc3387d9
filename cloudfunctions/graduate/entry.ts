/** Everything here acts on the caller's own records; the person comes from the WeChat context alone. */
import { createEntry } from '../_shared/calls/entry';
import { asOwner } from '../_shared/calls/identity';
import { begin } from './transfer/begin';
import { cardPass } from './cards/card-pass';
import { changeSituation, chooseWay } from './transfer/choose-way';
import { confirmLogin } from './home/confirm-login';
import { deleteMyData } from './my-data/delete-my-data';
import { home } from './home/home';
import { myData } from './my-data/my-data';
import { overAge, reportOverAge } from './over-age/over-age';
import { replacePicture } from './transfer/replace-picture';
import { report } from './transfer/report';
import { receivers } from './transfer/receivers';
import { reportResetResult } from './resets/report-reset-result';
import { requestResetCode } from './resets/request-reset-code';
import { revealResetCode } from './resets/reveal-reset-code';
import { saveDraft } from './transfer/save-draft';
import { shareReceiverPhone } from './transfer/share-receiver-phone';
import { submit } from './transfer/submit';
import { tickOffline } from './transfer/tick-offline';
import { uploadFolder } from './transfer/upload-folder';
import { hurry } from './transfer/hurry';
import { withdraw } from './transfer/withdraw';

export const graduateEntry = createEntry({
  functionName: 'graduate',
  authorise: asOwner,
  standing: 'kept',
  looksAt: {
    confirmLogin: 'member',
    revealResetCode: 'member',
    reportResetResult: 'member',
    chooseWay: 'member',
    changeSituation: 'member',
    begin: 'member',
    saveDraft: 'member',
    submit: 'member',
    replacePicture: 'member',
    hurry: 'member',
    withdraw: 'member',
    shareReceiverPhone: 'member',
    uploadFolder: 'member',
    receivers: 'member',
    cardPass: 'member',
    overAge: 'member',
    reportOverAge: 'member',
    deleteMyData: 'member',
  },
  handlers: {
    home,
    confirmLogin,
    requestResetCode,
    revealResetCode,
    reportResetResult,
    chooseWay,
    changeSituation,
    begin,
    saveDraft,
    submit,
    report,
    replacePicture,
    tickOffline,
    hurry,
    withdraw,
    uploadFolder,
    receivers,
    shareReceiverPhone,
    cardPass,
    overAge,
    reportOverAge,
    myData,
    deleteMyData,
  },
});
