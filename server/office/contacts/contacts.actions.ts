import type { Ground, NeedsBeyond } from '../../platform/ground.ts'
import { createAddContact } from './add-contact.ts'
import { createAddRetailer } from './add-retailer.ts'
import { createChangeContact } from './change-contact.ts'
import { createChangeContactAddress } from './change-contact-address.ts'
import { createChangeRetailer } from './change-retailer.ts'
import { createFindContact } from './find-contact.ts'
import { createListContacts } from './list-contacts.ts'
import { createListRetailers } from './list-retailers.ts'
import { createPrepareInvitations } from './prepare-invitations.ts'
import { createReadContact } from './read-contact.ts'
import { createListInvitationPeople, createListInvitationRounds, createReadInvitations } from './read-invitations.ts'
import { createListRetailerChoices, createReadRetailer } from './read-retailer.ts'
import { createRestoreAccess } from './restore-access.ts'
import { createSendInvitations } from './send-invitations.ts'
import { createStopInvitations } from './stop-invitations.ts'
import { createWithdrawAccess } from './withdraw-access.ts'

type Shared = NeedsBeyond<typeof createChangeContactAddress> & NeedsBeyond<typeof createReadContact>

export function createContactActions(ground: Ground, shared: Shared) {
  return {
    addContact: createAddContact(ground),
    addRetailer: createAddRetailer(ground),
    changeContact: createChangeContact(ground),
    changeContactAddress: createChangeContactAddress({ ...ground, ...shared }),
    changeRetailer: createChangeRetailer(ground),
    findContact: createFindContact(ground),
    listContacts: createListContacts(ground),
    listInvitationPeople: createListInvitationPeople(ground),
    listInvitationRounds: createListInvitationRounds(ground),
    listRetailerChoices: createListRetailerChoices(ground),
    listRetailers: createListRetailers(ground),
    prepareInvitations: createPrepareInvitations(ground),
    readContact: createReadContact({ ...ground, ...shared }),
    readInvitations: createReadInvitations(ground),
    readRetailer: createReadRetailer(ground),
    restoreAccess: createRestoreAccess(ground),
    sendInvitations: createSendInvitations(ground),
    stopInvitations: createStopInvitations(ground),
    withdrawAccess: createWithdrawAccess(ground),
  }
}

export type ContactActions = ReturnType<typeof createContactActions>
