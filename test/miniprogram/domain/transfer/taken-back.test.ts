/** Which entries of a transfer's history still stand: by what follows them, not by where it stands now. */
import { takenBackIn } from '../../../../miniprogram/domain/transfer/taken-back';
import type { TransferState } from '../../../../miniprogram/domain/transfer/states';

/** `approve`, or `confirm-arrived<submitted`: seen in the official list, where it came from. */
const gone = (history: string): string[] => {
  const timeline = history.split(' ').map((entry) => {
    const [step = '', from] = entry.split('<') as [string, TransferState?];
    return { step, from };
  });
  return [...takenBackIn(timeline)].sort().map((index) => `${index} ${timeline[index]?.step}`);
};

it.each([
  ['nothing was taken back', 'submit approve confirm-arrived<approved', []],
  ['an approval was', 'submit approve undo-approve', ['1 approve']],
  ['one was, and given again', 'submit approve undo-approve approve', ['1 approve']],
  ['the college’s was, the secretary’s not', 'submit approve approve undo-approve', ['2 approve']],
  [
    'what the college saw in the list was',
    'submit confirm-arrived<submitted undo-evidence',
    ['1 confirm-arrived'],
  ],
  [
    'it was though it had completed by itself',
    'confirm-arrived<approved complete undo-evidence',
    ['0 confirm-arrived'],
  ],
  [
    'it was twice',
    'report-refused<submitted undo-evidence confirm-arrived<submitted undo-evidence',
    ['0 report-refused', '2 confirm-arrived'],
  ],
  [
    'the list disproved an arrival, whoever had said it',
    'approve report-accepted confirm-here<accepted',
    ['1 report-accepted'],
  ],
  [
    'it disproved one and then bore one out',
    'report-accepted confirm-here<accepted confirm-arrived<approved',
    ['0 report-accepted'],
  ],
  [
    'what disproved it was taken back itself',
    'report-accepted confirm-here<accepted undo-evidence',
    ['1 confirm-here'],
  ],
  ['there was nothing to take back', 'undo-approve undo-evidence confirm-here', []],
])('knows what stands when %s', (_what, history, expected) => {
  expect(gone(history)).toEqual(expected);
});
