/**
 * What loads the modules of a test file. The modules of the project are made anew for each file, out of what a worker
 * has read, transformed and compiled for those before; a package is loaded once a worker.
 */
const { compileFunction } = require('node:vm');
const { default: Runtime } = require('jest-runtime');

/** By file, what it says. Jest empties it after each test file, this one never. */
class Sources extends Map {
  clear() {}
}
const sources = new Sources();

/** By file, what was made of which source. */
const transformed = new Map();

const rememberingAll = (transformer) =>
  Object.assign(Object.create(transformer), {
    transform(file, options, source) {
      const known = transformed.get(file);
      if (known?.source === source) return known.result;
      const result = transformer.transform(file, options, source);
      transformed.set(file, { source, result });
      return result;
    },
  });

/** Packages keep nothing about a test file. Only jest-circus does: it collects and runs the tests of one. */
const isRunner = (file) => file.includes('/node_modules/jest-circus/');
const isPackage = (file) => file.includes('/node_modules/') && !isRunner(file);

/**
 * Which test is running. For this jest-circus would open an AsyncLocalStorage for each test file and close none, and
 * Node hands on each of them to every promise: after 86 files a promise takes 17 µs, without them 0.2 µs. Tests of a
 * worker run one after another, so a field says the same.
 */
class RunningTest {
  #context;

  getStore() {
    return this.#context;
  }

  async run(context, work) {
    const outer = this.#context;
    this.#context = context;
    try {
      return await work();
    } finally {
      this.#context = outer;
    }
  }
}

/** Makes the same module, which gets {@link RunningTest} from Node in place of an AsyncLocalStorage. */
const withRunningTest = (make) =>
  function makeRunner(module, exports, require, ...others) {
    const plain = (name) =>
      name === 'node:async_hooks' ? { AsyncLocalStorage: RunningTest } : require(name);
    make.call(this, module, exports, Object.assign(plain, require), ...others);
  };

/** Makes the module of a package, which Node keeps. */
const handingOver = (file) =>
  function makePackage(module) {
    module.exports = require(file);
  };

/** By file: the text last compiled, and the function that makes a module of it. */
const compiled = new Map();

/** For the globals of the worker. */
const compileOnce = (text, file, parameters) => {
  const known = compiled.get(file);
  if (known?.text === text) return known.make;
  const make = compileFunction(text, parameters, { filename: file });
  compiled.set(file, { text, make });
  return make;
};

module.exports = class extends Runtime {
  constructor(config, environment, resolver, transformer, read, coverage, testFile, run) {
    // Who watches changes the files between two runs.
    const known = run.watch || run.watchAll ? read : sources;
    super(config, environment, resolver, rememberingAll(transformer), known, coverage, testFile, run);
    const { executor } = this;
    const compileInContext = executor.compile.bind(executor);
    executor.compile = (text, file) => {
      const isOnWorker = environment.getVmContext() === globalThis;
      if (isOnWorker && isPackage(file)) return handingOver(file);
      const make = isOnWorker
        ? compileOnce(text, file, executor.injectedModuleParameters)
        : compileInContext(text, file);
      return isRunner(file) ? withRunningTest(make) : make;
    };
  }
};
