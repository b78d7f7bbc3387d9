/** A failure that was to be expected. Its message is a sentence that says what to do, and is all that is shown. */
export class Refusal extends Error {}
