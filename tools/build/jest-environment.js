/**
 * Node's own environment for test files. Jest gives each of them modules of its own and compiles them anew for it; here
 * a worker keeps what V8 made of a module's text, and the next file that needs the module takes that.
 */
const vm = require('node:vm');
const { TestEnvironment } = require('jest-environment-node');

/** By file, the text last compiled and V8's form of it. */
const compiled = new Map();
const { compileFunction } = vm;

vm.compileFunction = (text, parameters, options) => {
  const { filename } = options;
  const known = compiled.get(filename);
  if (known?.text === text) return compileFunction(text, parameters, { ...options, cachedData: known.data });
  const made = compileFunction(text, parameters, { ...options, produceCachedData: true });
  compiled.set(filename, { text, data: made.cachedData });
  return made;
};

module.exports = TestEnvironment;
