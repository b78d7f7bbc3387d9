import { answerThrown } from '../../../../cloudfunctions/_shared/calls/thrown';
import { RivalsWithoutEnd } from '../../../../cloudfunctions/_shared/store/database-errors';

it('asks to try again later where others wrote first each time, and calls it no bug', () => {
  const log = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(answerThrown('secretary', new RivalsWithoutEnd('a notice could not be made again'))).toEqual({
    ok: false,
    error: { code: 'BUSY' },
  });
  expect(log).not.toHaveBeenCalled();
  log.mockRestore();
});
