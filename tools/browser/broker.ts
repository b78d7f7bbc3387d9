/**
 * What the test files of a jest run ask their set-up for. Apart from the browser's driver, which takes a third of a
 * second to load in each file that imports it.
 */

/** Set by the jest set-up: where it answers. */
export const BROKER_VARIABLE = 'PREVIEW_BROWSER_BROKER';

export const hasBroker = (): boolean => Boolean(process.env[BROKER_VARIABLE]);

async function ask(what: '' | 'preview' | 'functions'): Promise<string> {
  const broker = process.env[BROKER_VARIABLE];
  if (!broker) throw new Error('only a jest run has a broker');
  const reply = await fetch(broker + what);
  const text = await reply.text();
  if (!reply.ok) throw new Error(text);
  return text;
}

/** Where the run's browser is reached. */
export const browserAddress = (): Promise<string> => ask('');

/** The folder of the run's prepared preview (see `startPreview`). */
export const preparedPreview = (): Promise<string> => ask('preview');

/** The folder of the run's built functions, which nobody writes to. */
export const builtFunctions = (): Promise<string> => ask('functions');
