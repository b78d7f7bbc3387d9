/** The public notices the rules follow, by short name. What a page shows under “依据” is written from here. */
const SOURCES = {
  USST20: '上海理工大学 2020 年转出操作流程图',
  ZJU20: '浙江大学 2020 年通知',
  SJTU20: '上海交通大学 2020 年通知',
  GDCP21: '广东一所高职 2021 年通知',
  NN21: '一所高校 2021 年通知（tw.nnudy.edu.cn）',
  SH21: '上海一所高校 2021 年通知',
  ML21: '2021 年一份系统操作说明',
  JSCJ21: '一所高校 2021 年通知',
  G22: '团中央《毕业学生团员组织关系转接工作指引》2022年5月修订',
  QA22: '团中央《毕业学生团员组织关系转接工作问答》2022年',
  HB22: '河北省 2022 年通知',
  HL22: '黑龙江海林 2022 年通知',
  N23: '一所高校 2023年5月16日的通知',
  OP23: '智慧团建操作说明 2023年7月28日',
  S23: '四川一所高校 2023 年通知',
  LH23: '深圳罗湖区 2023 年通知',
  US23: '苏州科技大学天平学院 2023 年通知',
  W23: '一所高校 2023 年通知',
  AHYZ24: '安徽一所高校 2024 年通知',
  NK24: '南开大学生科院 2024 年通知',
  XH24: '西华师范大学 2024 年通知',
  SICAU24: '四川农业大学 2024年5月29日的通知',
  CAU22: '中国农业大学资环学院 2022年5月27日的通知',
  BJ21: '北京一所高校 2021 年通知',
  CAU24: '中国农业大学 2024年6月7日的通知',
  HGNU25: '黄冈师范学院 2025年5月27日的问答',
  XTIT25: '湘潭理工学院 2025年6月4日的通知',
  GD25: '广东省 2025年6月12日的指引',
  SCUT25: '华南理工大学 2025年6月19日的通知',
  GC25: '广州民航职业技术学院 2025 年通知',
  ZFF16: '中青发〔2016〕3号第十一条',
} as const satisfies Record<string, string>;
type Source = keyof typeof SOURCES;

/** “团中央……；四川……” */
export const basisOf = (...sources: readonly Source[]): string =>
  sources.map((source) => SOURCES[source]).join('；');
