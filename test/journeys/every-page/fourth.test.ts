import { opensPages } from './pages';

describe('every page, in its states', () => opensPages(3));
