import { ProtocolError } from '../types';

const ASK = 'Please check your request, but if the problem persists, contact us.';

/** A request that cannot be understood; nothing was changed. */
export const invalidParam = (message: string) => new ProtocolError('INVALID_PARAM', message);

/** A request the database understood and refused; nothing was changed. */
export const requestFailed = (operation: string, message: string) =>
  new ProtocolError('DATABASE_REQUEST_FAILED', `[FailedOperation.${operation}] ${message}. ${ASK}`);

export const duplicateKey = (collection: string, index: string, key: unknown) =>
  requestFailed(
    'Insert',
    `multiple write errors: [{write errors: [{E11000 duplicate key error collection: ${collection} ` +
      `index: ${index} dup key: ${JSON.stringify(key)}}]}, {<nil>}]`,
  );

export const collectionMissing = (name: string) =>
  new ProtocolError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${name}. ${ASK}`,
  );

export const collectionExists = (name: string) =>
  new ProtocolError('DATABASE_COLLECTION_ALREADY_EXIST', `[ResourceExist] Table exist: ${name}. ${ASK}`);

/** Callers retry on `/TransactionConflict/` in the message: wx-server-sdk hides the code. */
export const transactionConflict = () =>
  new ProtocolError(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ' +
      ASK,
  );

export const transactionGone = () =>
  new ProtocolError(
    'DATABASE_TRANSACTION_FAIL',
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, ' +
      'transaction must be commit or abort in 30 seconds. ' +
      ASK,
  );
