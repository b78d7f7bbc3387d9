import { door } from '../journey/door';

door('signIn');
