/** What the functions are told by the environment they run in: read once, with every problem named at once. */
import * as v from 'valibot';
import { TEMPLATE_KEYS } from '../../../miniprogram/domain/reminding/kinds';
import {
  grantedTemplates,
  type GrantedTemplates,
} from '../../../miniprogram/domain/reminding/notices/granted';
import { readFieldKeys } from './field-keys';

const BUILDS = ['developer', 'trial', 'formal'] as const;

interface Environment {
  readonly fieldKey: string;
  /** One-time code of the deployment; none set means nobody can claim. */
  readonly adminCode: string | undefined;
  /** Each with an empty id while WeChat has not granted it. */
  readonly templates: GrantedTemplates;
  /** Which build messages and images open. */
  readonly build: (typeof BUILDS)[number];
  /** Whom the mini-program serves, said on its first page; empty while nobody has set it. */
  readonly school: string;
  /** Address of 企业微信's API, without a slash at its end. */
  readonly wecomHost: string;
}

/** All that the product reads of the environment. */
export const VARIABLES = [
  'FIELD_KEY',
  'ADMIN_CODE',
  'TEMPLATE_IDS',
  'MINIPROGRAM_STATE',
  'SCHOOL_NAME',
  'WECOM_HOST',
] as const;

type Variable = (typeof VARIABLES)[number];

/** One variable that is not as it should be; never its value. */
export interface EnvironmentProblem {
  readonly variable: Variable;
  readonly problem: 'missing' | 'malformed';
  /** What it should look like, in words for whoever sets it. */
  readonly expected: string;
  /** Without a good value nothing works; otherwise only what hangs on it is left out. */
  readonly stopsAll: boolean;
}

interface Rule<T> {
  readonly variable: Variable;
  readonly expected: string;
  /** The value of a text; undefined when it is malformed. Never called with an empty one. */
  readonly read: (text: string) => T | undefined;
  /** What exactly is wrong with a malformed text, without repeating it, where there is more to say than `expected`. */
  readonly faults?: (text: string) => readonly string[];
  /** In place of a missing or malformed value; none where nothing works without. */
  readonly otherwise?: T;
  /** Whether it may be left out without a word. */
  readonly isOptional: boolean;
}

/** Short enough to be guessed is as good as none. */
const SHORTEST_CODE = 8;

const FIELD_KEY: Rule<string> = {
  variable: 'FIELD_KEY',
  expected: '32 字节的密钥，写成 base64（44 个字符）；换密钥时写成 新名字:新密钥,旧密钥',
  read: (text) => {
    try {
      readFieldKeys(text);
      return text;
    } catch {
      return undefined;
    }
  },
  isOptional: false,
};

const ADMIN_CODE: Rule<string | null> = {
  variable: 'ADMIN_CODE',
  expected: `至少 ${SHORTEST_CODE} 个字符，中间没有空格；第一位管理员登录后可以不设`,
  read: (text) => (text.length >= SHORTEST_CODE && !/\s/.test(text) ? text : undefined),
  otherwise: null,
  isOptional: true,
};

const writtenTemplates = v.pipe(v.string(), v.parseJson(), grantedTemplates);

const TEMPLATE_IDS: Rule<GrantedTemplates> = {
  variable: 'TEMPLATE_IDS',
  expected: `JSON，例如 {"${TEMPLATE_KEYS.join('":"模板ID","')}":"模板ID"}`,
  read: (text) => {
    const parsed = v.safeParse(writtenTemplates, text);
    return parsed.success ? parsed.output : undefined;
  },
  faults: (text) => templateFaults(text),
  otherwise: v.parse(grantedTemplates, {}),
  isOptional: true,
};

/** `progress：…` for each template whose keys cannot carry what they are to carry. */
const templateFaults = (text: string): string[] => {
  const parsed = v.safeParse(writtenTemplates, text);
  return (parsed.issues ?? []).flatMap((issue) => {
    const template = TEMPLATE_KEYS.find((key) => key === issue.path?.[0]?.key);
    return template ? [`${template}：${issue.message}`] : [];
  });
};

const MINIPROGRAM_STATE: Rule<Environment['build']> = {
  variable: 'MINIPROGRAM_STATE',
  expected: `${BUILDS.join('、')} 三者之一`,
  read: (text) => BUILDS.find((build) => build === text),
  otherwise: 'formal',
  isOptional: true,
};

const LONGEST_SCHOOL = 20;

/** Asked for aloud when it is missing: WeChat lets no mini-program of one school pass that does not say which. */
const SCHOOL_NAME: Rule<string> = {
  variable: 'SCHOOL_NAME',
  expected: `学校全称，最多 ${LONGEST_SCHOOL} 个字，首页写“仅供××毕业生团员使用”，审核要看`,
  read: (text) => (text.trim() !== '' && text.length <= LONGEST_SCHOOL ? text.trim() : undefined),
  otherwise: '',
  isOptional: false,
};

const WECOM_HOST: Rule<string> = {
  variable: 'WECOM_HOST',
  expected: '以 https:// 开头、末尾没有斜杠的地址；一般不用设',
  read: (text) => (/^https?:\/\/[^\s/]+(\/[^\s]*[^\s/])?$/.test(text) ? text : undefined),
  otherwise: 'https://qyapi.weixin.qq.com',
  isOptional: true,
};

const whole = (expected: string, faults: readonly string[] = []): string => [expected, ...faults].join('；');

export interface EnvironmentReading {
  /** None while something is wrong without which nothing works. */
  readonly environment: Environment | undefined;
  readonly problems: readonly EnvironmentProblem[];
}

/** Reads all variables and names all that are wrong. What is optional never stands in the way of the rest. */
export const readEnvironment = (env: Readonly<Record<string, string | undefined>>): EnvironmentReading => {
  const problems: EnvironmentProblem[] = [];
  const valueOf = <T>({
    variable,
    expected,
    read,
    faults,
    otherwise,
    isOptional,
  }: Rule<T>): T | undefined => {
    const text = env[variable] ?? '';
    const value = text === '' ? undefined : read(text);
    const problem = text === '' ? 'missing' : 'malformed';
    if (value === undefined && !(isOptional && problem === 'missing'))
      problems.push({
        variable,
        problem,
        expected: whole(expected, faults?.(text)),
        stopsAll: otherwise === undefined,
      });
    return value ?? otherwise;
  };
  const fieldKey = valueOf(FIELD_KEY);
  const adminCode = valueOf(ADMIN_CODE) ?? undefined;
  const templates = valueOf(TEMPLATE_IDS);
  const build = valueOf(MINIPROGRAM_STATE);
  const school = valueOf(SCHOOL_NAME) ?? '';
  const wecomHost = valueOf(WECOM_HOST);
  const isWhole = fieldKey !== undefined && templates && build && wecomHost !== undefined;
  return {
    environment: isWhole ? { fieldKey, adminCode, templates, build, school, wecomHost } : undefined,
    problems,
  };
};

/** Variables without which nothing works; every entry answers it by their names. */
export class NotConfigured extends Error {
  override readonly name = 'NotConfigured';
  readonly problems: readonly Pick<EnvironmentProblem, 'variable' | 'problem'>[];

  constructor(problems: readonly EnvironmentProblem[]) {
    super('the environment of the function is not configured');
    this.problems = problems.map(({ variable, problem }) => ({ variable, problem }));
  }
}
