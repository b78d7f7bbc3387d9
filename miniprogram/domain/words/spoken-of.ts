/** Words that speak to the graduate, as somebody reads them who records in their place. */
const YOU = /\s*你们?\s*/g;

/** “你告诉学院就行” → “TA 告诉学院就行”: a blank stands between 汉字 and letters, none at an end or beside a mark. */
export const spokenOf = (text: string): string =>
  text
    .replace(YOU, ' TA ')
    .replace(/(^|[，。：；？！“（、]) TA/g, '$1TA')
    .replace(/TA ($|[，。：；？！”）、])/g, 'TA$1');
