import { door } from '../journey/door';

door('loginHelp');
