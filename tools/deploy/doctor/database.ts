import { PROBE_NAMES, type ProbeReport } from '../../../cloudfunctions/wechat/probes';
import { ASSUMPTIONS } from './assumptions';

/** Of a read by id; a page makes a handful of them one after another. */
const SLOW_MS = 100;

export const checkAssumptions = ({ differs, latencyMs }: ProbeReport): string[] => [
  ...PROBE_NAMES.flatMap((name) => {
    const seen = differs[name];
    const { is, otherwise } = ASSUMPTIONS[name];
    return seen === undefined ? [] : [`应当：${is}。实际：${seen}。${otherwise}`];
  }),
  ...(latencyMs > SLOW_MS
    ? [
        `读一条记录要 ${latencyMs} 毫秒（一般不到 ${SLOW_MS}）：打开页面会慢，看云环境是不是在别的地区、套餐是不是限速`,
      ]
    : []),
];
