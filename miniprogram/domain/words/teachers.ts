/** A teacher as students call them; some have “老师” in their name already. */
export const teacherNamed = (name: string): string => `${name.replace(/老师$/, '')}老师`;
