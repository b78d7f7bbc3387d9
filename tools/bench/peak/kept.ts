/** Whether everybody has, after the morning, one submission of their own, told once, and the reminders they agreed to. */
import type { Cloud } from '../../simulate/cloud';
import { records } from '../../simulate/outcome';
import type { Graduate } from './crowd';

/** Who has lost what, in words; nobody is the promise. */
export const lossesIn = async (cloud: Cloud, graduates: readonly Graduate[]): Promise<string[]> => {
  const [accounts, transfers, events] = await Promise.all([
    records(cloud, 'accounts'),
    records(cloud, 'transfers'),
    records(cloud, 'audits'),
  ]);
  return graduates.flatMap(({ openid, name, organisation }) => {
    const credits = accounts.find(({ _id }) => _id === openid)?.credits;
    const own = transfers.filter(({ accountId }) => accountId === openid);
    const [transfer] = own;
    const submitted = events.filter(
      ({ subjectId, action }) => subjectId === transfer?._id && action === 'submit',
    );
    const losses = {
      'the submission': own.length !== 1 || transfer?.state !== 'submitted',
      'what was written': transfer?.fields['organisation'] !== organisation,
      'the picture': transfer?.screenshots.length !== 1,
      'the event': submitted.length !== 1 || submitted[0]?.tellAt !== null,
      'the reminders': credits?.progress !== 1 || credits.deadline !== 1,
    };
    return Object.entries(losses).flatMap(([what, isLost]) => (isLost ? [`${name}: ${what}`] : []));
  });
};
