/** A small college with everything a backup has to carry: secrets, pictures, attempts, reset codes. */
import { connect, type Environment } from '../../../tools/admin/connect';
import { dataOf, type Cloud } from '../../cloudfunctions/support/cloud';
import { importRoster } from '../../cloudfunctions/support/roster';

export const ADMIN = 'oAdministrator';
export const GRADUATE = 'oGraduate';
const SECRETARY = 'oSecretary';
export const KEEPER = 'oKeeper';
export const START = Date.UTC(2027, 4, 10, 2);
const REGION = { names: ['上海市', '市辖区', '杨浦区', '定海路街道'], code: '310110001' };

export const openEnvironment = ({ adminUrl }: Cloud): Environment =>
  connect({ env: 'local-env', url: adminUrl, secretId: 'x', secretKey: 'y' });

const rosterOf = (people: number) =>
  Array.from({ length: people }, (_, number) => ({
    studentNumber: `S${number}`,
    name: `团员${number}`,
    branchName: '光电2302团支部',
    graduationMonth: '2027-06',
    isSecretary: number === 0,
  }));

export const PARENTS = { name: '林建国', phone: '13800138000' };

const submit = async (cloud: Cloud, openid: string, wayId: 'employed' | 'study-abroad') => {
  const routeId = wayId === 'employed' ? 'direct' : 'keep';
  const choice = { wayId, routeId, version: null } as const;
  const { transfer } = dataOf(await cloud.call(openid, 'graduate', 'chooseWay', choice));
  const { folder } = dataOf(await cloud.call(openid, 'graduate', 'uploadFolder', {}));
  const fields =
    wayId === 'employed'
      ? { organisation: '某某科技（上海）有限公司团支部', region: REGION, initiatedAt: START }
      : {
          parentContact: PARENTS,
          registeredResidence: REGION,
          currentResidence: REGION,
        };
  const screenshots = wayId === 'employed' ? [await cloud.upload(openid, `${folder}/shot.png`)] : [];
  dataOf(await cloud.call(openid, 'graduate', 'submit', { version: transfer.version, fields, screenshots }));
};

export const foundCollege = async (cloud: Cloud): Promise<void> => {
  await cloud.jumpTo(START);
  const claim = { code: 'local-administrator', name: '校团委' };
  dataOf(await cloud.call(ADMIN, 'account', 'claimAdministrator', claim));
  const season = { id: '2027', name: '2027届毕业季', rulebookId: 'usst-2020' };
  dataOf(await cloud.call(ADMIN, 'teacher', 'openSeason', season));
  const { collegeId } = dataOf(await cloud.call(ADMIN, 'teacher', 'createCollege', { name: '光电学院' }));
  const branches = await importRoster(cloud, ADMIN, collegeId, rosterOf(30));
  const inviteCode = branches[0]?.inviteCode ?? '';
  for (const [number, openid] of [SECRETARY, GRADUATE, KEEPER].entries()) {
    const person = { studentNumber: `S${number}`, name: `团员${number}`, inviteCode };
    dataOf(await cloud.call(openid, 'account', 'signIn', person));
  }
  const { resetRequest } = dataOf(await cloud.call(GRADUATE, 'graduate', 'requestResetCode', {}));
  const issued = { requestId: resetRequest.id, code: '836214' };
  dataOf(await cloud.call(SECRETARY, 'secretary', 'issueResetCode', issued));
  await submit(cloud, GRADUATE, 'employed');
  await submit(cloud, KEEPER, 'study-abroad');
};
