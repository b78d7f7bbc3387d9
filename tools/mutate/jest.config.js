/** The tests as `npm test` runs them, without the browser and the builds that journeys wait for; Stryker brings its environment. */
const {
  globalSetup: _builds,
  globalTeardown: _removes,
  testEnvironment: _keeps,
  ...plain
} = require('../../jest.config.js');
module.exports = plain;
