import { maySharePhone } from '../../../domain/transfer/receiver-phone';
import { factsOf } from '../../../pages/journey/facts';
import type { HomeResponse } from '../../../services/own-transfer';

export interface ReceiverPhoneView {
  readonly organisation: string;
  /** What classmates see now; empty for none. */
  readonly shared: string;
  /** Nothing to share yet, or no longer: why. */
  readonly closed: string;
}

export const toReceiverPhoneView = (response: HomeResponse, now: number): ReceiverPhoneView => {
  const { state, route, transfer } = factsOf(response, now);
  const organisation = transfer?.fields.organisation;
  const may = maySharePhone(route, { state, organisation });
  return {
    organisation: organisation ?? '',
    shared: transfer?.receiverPhone ?? '',
    closed: may ? '' : '对方接收你以后，才知道这个电话管用。到时候再来留。',
  };
};
