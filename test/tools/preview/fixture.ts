import { serveFixture, type Replies, type TestPhone } from './open-phone';

/** A fixture mini-program for the tests of a file: compiled once, with a phone of its own for each test. */
export const fixture = (name: string, replies: Replies = {}) => {
  let served: Awaited<ReturnType<typeof serveFixture>>;
  let phone: TestPhone;
  beforeAll(async () => {
    served = await serveFixture(name, replies);
  });
  afterAll(() => served.close());
  afterEach(() => phone.close());
  return {
    url: () => served.url,
    open: async (path: string, query?: string): Promise<TestPhone> => {
      phone = await served.open(path, query);
      phone.asked.length = 0;
      return phone;
    },
  };
};
