/** The people of a busy morning: a class of thirty in each branch, and what one of them does. */
import { readFileSync } from 'node:fs';
import { SCREENSHOT } from '../../preview/seed/play';
import type { Files } from '../../../cloudfunctions/_shared/platform/ports';
import type { Phone } from './phone';

const CLASS_SIZE = 30;
const FIRST_HAN = 0x4e00;
const REGION = { names: ['上海市', '市辖区', '杨浦区', '定海路街道'], code: '310110001' };
const PICTURE = readFileSync(SCREENSHOT);

export interface Graduate {
  readonly openid: string;
  readonly studentNumber: string;
  readonly name: string;
  readonly branch: string;
  /** Told apart by it, so that nobody gets what another has written. */
  readonly organisation: string;
}

export const graduatesOf = (count: number): Graduate[] =>
  Array.from({ length: count }, (_, index) => {
    const studentNumber = `2203${String(index).padStart(5, '0')}`;
    return {
      openid: `o-${studentNumber}`,
      studentNumber,
      name: `团员${String.fromCodePoint(FIRST_HAN + index)}`,
      branch: `光电${2211 + Math.floor(index / CLASS_SIZE)}团支部`,
      organisation: `澄江智能装备第${index + 1}有限公司团支部`,
    };
  });

export const rosterOf = (graduates: readonly Graduate[]) =>
  graduates.map(({ studentNumber, name, branch: branchName }) => ({
    studentNumber,
    name,
    branchName,
    graduationMonth: '2026-06',
    isSecretary: false,
  }));

export interface Visit {
  readonly phone: Phone;
  readonly inviteCode: string;
  readonly files: Pick<Files, 'upload'>;
  /** How long they look at a page and type, ms. */
  readonly think: () => number;
}

/** Signs in, chooses, fills in, hands in. @throws Unsolved */
export const handIn = async (visit: Visit, graduate: Graduate): Promise<void> => {
  const { phone, inviteCode, files, think } = visit;
  const { studentNumber, name, organisation } = graduate;
  const rest = () => phone.time.wait(think());
  await phone.tap('account', 'whoAmI', {});
  await rest();
  await phone.tap('account', 'signIn', { studentNumber, name, inviteCode });
  await phone.tap('graduate', 'home', {});
  await rest();
  await phone.tap('graduate', 'confirmLogin', {});
  await rest();
  const { transfer: chosen, folder: given } = await phone.tap('graduate', 'chooseWay', {
    wayId: 'employed',
    routeId: 'direct',
    version: null,
  });
  await rest();
  const fields = { organisation, region: REGION, initiatedAt: phone.time.now() };
  await phone.tap('graduate', 'saveDraft', { draft: fields, screenshots: [] });
  await rest();
  const folder = given ?? (await phone.tap('graduate', 'uploadFolder', {})).folder;
  const screenshots = [await files.upload(`${folder}/1.png`, PICTURE)];
  await rest();
  await phone.tap('graduate', 'submit', { version: chosen.version, fields, screenshots });
  await phone.tap('account', 'addCredits', {
    askId: `ask-${phone.openid}`,
    accepted: ['progress', 'deadline'],
  });
  await phone.tap('graduate', 'home', {});
};
