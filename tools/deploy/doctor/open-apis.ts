/** Whether each function may ask WeChat what it has to. */
import { permissionClicks } from '../by-hand';
import { readDeclared } from '../functions/declared';
import type { SelfCheck } from './self-check';

/** Answered by the platform before WeChat looks at the request. */
const MEANING: Readonly<Record<number, string>> = {
  [-604101]: '没有权限',
  [-604100]: '平台不认识这个接口',
  48001: '小程序没有开通这个接口的能力：到公众平台“开发管理 → 接口设置”看',
  40001: '微信的凭证有误：过十分钟再运行一次，仍这样就重新开通云开发的授权',
  40014: '微信的凭证有误：过十分钟再运行一次，仍这样就重新开通云开发的授权',
};

const gapsOf = async (selfCheck: SelfCheck, functionsDir: string, name: string): Promise<string[]> => {
  const { openapi } = readDeclared(functionsDir, name).permissions;
  if (openapi.length === 0) return [];
  const answers = await selfCheck.permissions(name, openapi);
  return openapi.flatMap((api) => {
    const code = answers[api];
    const meaning = code === undefined ? '没有回答' : MEANING[code];
    return meaning === undefined ? [] : [`云函数 ${name} 的 ${api}：${meaning}（${code ?? ''}）`];
  });
};

export const checkOpenApis = async (
  selfCheck: SelfCheck,
  functionsDir: string,
  names: readonly string[],
): Promise<string[]> => {
  const gaps: string[] = [];
  for (const name of names) gaps.push(...(await gapsOf(selfCheck, functionsDir, name)));
  return gaps.length === 0 ? [] : [...gaps, ...permissionClicks(functionsDir, names)];
};
