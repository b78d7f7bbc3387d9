/**
 * Node's environment for test files, on the globals of the worker: jest's own would make new ones for each file, for
 * which every module is compiled and every package run again. What a file does to the globals is undone after it.
 */
const { ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');
const { installCommonGlobals } = require('jest-util');

/** Jest's own beside Node's: a process that a test may change, and natives from before anybody fakes them. */
const commonGlobals = () => {
  const globals = installCommonGlobals(Object.create({ Symbol, Date }), {});
  // By this a worker reports to the main process, also while a test is running.
  globals.process.send = process.send?.bind(process);
  return globals;
};

/** @returns puts the global object back to how it is now */
const remember = () => {
  const before = Object.getOwnPropertyDescriptors(globalThis);
  return () => {
    const now = Object.getOwnPropertyDescriptors(globalThis);
    for (const key of Reflect.ownKeys(now))
      if (!Object.hasOwn(before, key)) Reflect.deleteProperty(globalThis, key);
    for (const key of Reflect.ownKeys(before)) {
      const { value, get } = before[key];
      if (now[key]?.value !== value || now[key]?.get !== get)
        Reflect.defineProperty(globalThis, key, before[key]);
    }
  };
};

/** Jest asks for a hundred with each expectation; the test's own line is among the first. */
const STACK_FRAMES = 20;

module.exports = class TestEnvironment {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);
  #context = globalThis;
  #restore = remember();

  constructor({ projectConfig: config }) {
    const common = commonGlobals();
    for (const key of Reflect.ownKeys(common))
      Reflect.defineProperty(globalThis, key, { value: common[key], configurable: true, writable: true });
    this.fakeTimersModern = new ModernFakeTimers({ config, global: globalThis });
  }

  async setup() {
    Error.stackTraceLimit = STACK_FRAMES;
  }

  async teardown() {
    this.fakeTimersModern.dispose();
    this.moduleMocker.restoreAllMocks();
    this.#restore();
    this.#context = null;
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  /** @returns for what jest compiles; nothing any more after the last test */
  getVmContext() {
    return this.#context;
  }
};
