import { door } from '../journey/door';

door('wayPicker');
