import { createTakeBounce } from '../entry/bounces/take-bounce.ts'
import { createAddClient } from '../entry/oidc/add-client.ts'
import { createCheckProof } from '../entry/oidc/check-proof.ts'
import { createFindClient, createListClients } from '../entry/oidc/find-client.ts'
import { createFindRep } from '../entry/oidc/find-rep.ts'
import { createListTargets } from '../entry/oidc/list-targets.ts'
import { createReadInteraction } from '../entry/oidc/read-interaction.ts'
import { createRemoveClient } from '../entry/oidc/remove-client.ts'
import { createChangePassword } from '../entry/own-account/change-password.ts'
import { createConfirmAddress } from '../entry/own-account/confirm-address.ts'
import { createConfirmPassword } from '../entry/own-account/confirm-password.ts'
import { createEndSessions, createSignOut } from '../entry/own-account/end-sessions.ts'
import { createPrepareAccountPage } from '../entry/own-account/prepare-account-page.ts'
import { createChangeAddress } from '../entry/recovery/change-address.ts'
import { createCompleteReset } from '../entry/recovery/complete-reset.ts'
import { createObjectToChange, createReadObjection } from '../entry/recovery/object-to-change.ts'
import { createPrepareResetPage } from '../entry/recovery/prepare-reset-page.ts'
import { createPrintReset } from '../entry/recovery/print-reset.ts'
import { createReadLink } from '../entry/recovery/read-link.ts'
import { createRequestOwnReset } from '../entry/recovery/request-own-reset.ts'
import { createRequestReset } from '../entry/recovery/request-reset.ts'
import { createSavePassword } from '../entry/recovery/save-password.ts'
import { createWakeAsks } from '../entry/recovery/take-asks.job.ts'
import { createCompleteSetUp } from '../entry/set-up/complete-set-up.ts'
import { createMakeSetUpLink } from '../entry/set-up/make-set-up-link.ts'
import { createPrepareSetUpPage } from '../entry/set-up/prepare-set-up-page.ts'
import { createReadSetUpLink } from '../entry/set-up/read-set-up-link.ts'
import { createAskResetOption } from '../entry/sign-in/ask-reset-option.ts'
import { createSignInWithPassword } from '../entry/sign-in/sign-in-with-password.ts'
import { createExportAudit } from '../office/audit-log/export-audit.ts'
import { createFindPeople } from '../office/audit-log/find-people.ts'
import { createListAudit } from '../office/audit-log/list-audit.ts'
import { createReadChain } from '../office/audit-log/read-chain.ts'
import { createAddContact } from '../office/contacts/add-contact.ts'
import { createAddRetailer } from '../office/contacts/add-retailer.ts'
import { createChangeContact } from '../office/contacts/change-contact.ts'
import { createChangeContactAddress } from '../office/contacts/change-contact-address.ts'
import { createChangeRetailer } from '../office/contacts/change-retailer.ts'
import { createFindContact } from '../office/contacts/find-contact.ts'
import { createListRetailers } from '../office/contacts/list-retailers.ts'
import { createReadContact } from '../office/contacts/read-contact.ts'
import { createReadRetailer } from '../office/contacts/read-retailer.ts'
import { createRestoreAccess } from '../office/contacts/restore-access.ts'
import { createWithdrawAccess } from '../office/contacts/withdraw-access.ts'
import { createReadHome } from '../office/home/read-home.ts'
import { createCheckImport } from '../office/import/check-import.ts'
import { createDiscardImport } from '../office/import/discard-import.ts'
import { createExportResult } from '../office/import/export-result.ts'
import { createInviteAdded } from '../office/import/invite-added.ts'
import { createListImportRows } from '../office/import/list-import-rows.ts'
import { createListImports } from '../office/import/list-imports.ts'
import { createReadImport } from '../office/import/read-import.ts'
import { createRunImport } from '../office/import/run-import.ts'
import { createUploadImport } from '../office/import/upload-import.ts'
import { createCheckSender } from '../office/mail-log/check-sender.ts'
import { createClearFailing } from '../office/mail-log/clear-failing.ts'
import { createListFailing } from '../office/mail-log/list-failing.ts'
import { createListMail } from '../office/mail-log/list-mail.ts'
import { createReadMailStanding } from '../office/mail-log/read-mail-standing.ts'
import { createReadMessage } from '../office/mail-log/read-message.ts'
import { createRetryMail } from '../office/mail-log/retry-mail.ts'
import { createSendTestMail } from '../office/mail-log/send-test-mail.ts'
import { createChangeLogo } from '../office/settings/change-logo.ts'
import { createChangeOrganisation } from '../office/settings/change-organisation.ts'
import { createMarkOfficeNetwork, createUnmarkOfficeNetwork } from '../office/settings/mark-office-network.ts'
import { createReadSettings } from '../office/settings/read-settings.ts'
import { createRemoveLogo } from '../office/settings/remove-logo.ts'
import { createAddUser } from '../office/users/add-user.ts'
import { createApproveAddress } from '../office/users/approve-address.ts'
import { createChangeUser } from '../office/users/change-user.ts'
import { createChangeUserImage, createFindUserImage } from '../office/users/change-user-image.ts'
import { createChangeUsername } from '../office/users/change-username.ts'
import { createDeactivateUser } from '../office/users/deactivate-user.ts'
import { createEndAllSessions } from '../office/users/end-all-sessions.ts'
import { createEndUserSession } from '../office/users/end-user-session.ts'
import { createEndUserSessions } from '../office/users/end-user-sessions.ts'
import { createExportUsers } from '../office/users/export-users.ts'
import { createFindUsername } from '../office/users/find-username.ts'
import { createListUsers } from '../office/users/list-users.ts'
import { createLockUser } from '../office/users/lock-user.ts'
import { createMarkUserCompromised } from '../office/users/mark-user-compromised.ts'
import { createReactivateUser } from '../office/users/reactivate-user.ts'
import { createReadNewAddress } from '../office/users/read-new-address.ts'
import { createReadUser } from '../office/users/read-user.ts'
import { createSendInvitation } from '../office/users/send-invitation.ts'
import { createSendPasswordReset } from '../office/users/send-password-reset.ts'
import { createExplainSignIn } from '../people/diagnosis/explain-sign-in.ts'
import { createUnlockAccount } from '../people/diagnosis/unlock-account.ts'
import { createCheckPassword } from '../people/guessing/check-password.ts'
import { createChangeSubscription } from '../people/licences/change-subscription.ts'
import { createReadSubscription } from '../people/licences/read-subscription.ts'
import { createAddRole } from '../people/roles/add-role.ts'
import { createChangeRole } from '../people/roles/change-role.ts'
import { createFindAdministrator } from '../people/roles/find-administrator.ts'
import { createListRoles } from '../people/roles/list-roles.ts'
import { createRemoveRole } from '../people/roles/remove-role.ts'
import { createListSessions, createReadSession } from '../people/sessions/read-session.ts'
import { createStartSession } from '../people/sessions/start-session.ts'
import { createAddTerritory } from '../people/territories/add-territory.ts'
import { createListTerritories } from '../people/territories/list-territories.ts'
import { createRemoveTerritory } from '../people/territories/remove-territory.ts'
import { createRenameTerritory } from '../people/territories/rename-territory.ts'
import { createAcknowledgeFindings } from '../platform/audit/acknowledge-findings.ts'
import { createCheckAudit, createReadCheck } from '../platform/audit/check-audit.job.ts'
import { createVerifyAudit } from '../platform/audit/verify-audit.ts'
import { createReadSetUpFaults } from '../platform/http/recent-set-up-faults.ts'
import { createAcceptHeldItem } from '../rep-app/sync/accept-held-item.ts'
import { createDiscardItem } from '../rep-app/sync/discard-item.ts'
import { createDismissHeldItem } from '../rep-app/sync/dismiss-held-item.ts'
import { createFindFormerDevice } from '../rep-app/sync/find-former-device.ts'
import { createHandInItems } from '../rep-app/sync/hand-in-items.ts'
import { createListHeldItems } from '../rep-app/sync/list-held-items.ts'
import { createListWaitingDevices } from '../rep-app/sync/list-waiting-devices.ts'
import { createPullRows } from '../rep-app/sync/pull-rows.ts'
import { createPushItems } from '../rep-app/sync/push-items.ts'
import { createReadMe } from '../rep-app/sync/read-me.ts'
import { createReleaseOrders } from '../rep-app/sync/release-orders.ts'
import { createSendContactReset } from '../rep-app/sync/send-contact-reset.ts'
import { createTakeHeartbeat } from '../rep-app/sync/take-heartbeat.ts'
import type { Ground } from './ground.ts'

/** What people and operators do, wired once: the routes and the command line are two doors to the same actions. */
export function createActions(ground: Ground) {
  const { config } = ground
  const { publicUrl, usernameDisclosure, resetCodeMinutes } = config
  const needs = { ...ground, publicUrl, usernameDisclosure, resetCodeMinutes }
  const verifyAudit = createVerifyAudit(needs)
  const checkAudit = createCheckAudit({ ...needs, verifyAudit })
  const changeAddress = createChangeAddress(needs)
  const checkPassword = createCheckPassword(needs)
  const explainSignIn = createExplainSignIn(needs)
  const readLink = createReadLink(needs)
  const readSetUpFaults = createReadSetUpFaults(needs)
  const requestReset = createRequestReset(needs)
  const savePassword = createSavePassword(needs)
  const startSession = createStartSession(needs)
  const listSessions = createListSessions(needs)
  const readSession = createReadSession(needs)
  const findClient = createFindClient(needs)
  const checkProof = createCheckProof(needs)
  const listClients = createListClients(needs)
  const listTargets = createListTargets({ listClients })
  const readSubscription = createReadSubscription(needs)
  return {
    acceptHeldItem: createAcceptHeldItem(needs),
    addClient: createAddClient(needs),
    addContact: createAddContact(needs),
    addRetailer: createAddRetailer(needs),
    addRole: createAddRole(needs),
    addTerritory: createAddTerritory(needs),
    addUser: createAddUser(needs),
    approveAddress: createApproveAddress(needs),
    askResetOption: createAskResetOption(needs),
    changeContact: createChangeContact(needs),
    changeContactAddress: createChangeContactAddress({ ...needs, changeAddress }),
    changeLogo: createChangeLogo(needs),
    changeOrganisation: createChangeOrganisation(needs),
    changeRetailer: createChangeRetailer(needs),
    changeRole: createChangeRole(needs),
    changeUserImage: createChangeUserImage(needs),
    findUserImage: createFindUserImage(needs),
    changeUser: createChangeUser(needs),
    changeUsername: createChangeUsername({ ...needs, changeAddress }),
    changeSubscription: createChangeSubscription(needs),
    checkImport: createCheckImport(needs),
    changePassword: createChangePassword({ ...needs, checkPassword, savePassword }),
    completeReset: createCompleteReset({ ...needs, readLink, savePassword }),
    confirmAddress: createConfirmAddress(needs),
    confirmPassword: createConfirmPassword({ ...needs, checkPassword }),
    deactivateUser: createDeactivateUser(needs),
    discardImport: createDiscardImport(needs),
    dismissHeldItem: createDismissHeldItem(needs),
    discardItem: createDiscardItem(needs),
    endSessions: createEndSessions(needs),
    endAllSessions: createEndAllSessions(needs),
    endUserSession: createEndUserSession(needs),
    endUserSessions: createEndUserSessions(needs),
    exportAudit: createExportAudit(needs),
    exportResult: createExportResult(needs),
    exportUsers: createExportUsers(needs),
    findClient,
    findContact: createFindContact(needs),
    findFormerDevice: createFindFormerDevice({ ...needs, checkProof }),
    findAdministrator: createFindAdministrator({ ...needs, readSession }),
    findRep: createFindRep({ ...needs, findClient, checkProof }),
    findPeople: createFindPeople(needs),
    findUsername: createFindUsername(needs),
    listAudit: createListAudit(needs),
    inviteAdded: createInviteAdded(needs),
    listClients,
    checkSender: createCheckSender(needs),
    clearFailing: createClearFailing(needs),
    listFailing: createListFailing(needs),
    readMailStanding: createReadMailStanding(needs),
    readMessage: createReadMessage(needs),
    retryMail: createRetryMail(needs),
    sendTestMail: createSendTestMail(needs),
    listImportRows: createListImportRows(needs),
    listImports: createListImports(needs),
    handInItems: createHandInItems(needs),
    listHeldItems: createListHeldItems(needs),
    listWaitingDevices: createListWaitingDevices(needs),
    listMail: createListMail(needs),
    listSessions,
    listTargets,
    listRetailers: createListRetailers(needs),
    listRoles: createListRoles(needs),
    listTerritories: createListTerritories(needs),
    listUsers: createListUsers(needs),
    lockUser: createLockUser(needs),
    markOfficeNetwork: createMarkOfficeNetwork(needs),
    unmarkOfficeNetwork: createUnmarkOfficeNetwork(needs),
    markUserCompromised: createMarkUserCompromised(needs),
    objectToChange: createObjectToChange(needs),
    prepareAccountPage: createPrepareAccountPage({ ...needs, listSessions, listTargets, listApps: listClients }),
    prepareResetPage: createPrepareResetPage(needs),
    printReset: createPrintReset(needs),
    pullRows: createPullRows(needs),
    pushItems: createPushItems(needs),
    reactivateUser: createReactivateUser(needs),
    readHome: createReadHome({ ...needs, readSubscription, readSetUpFaults }),
    readInteraction: createReadInteraction({ ...needs, findClient, listTargets }),
    readImport: createReadImport(needs),
    readSetUpFaults,
    readLink,
    readMe: createReadMe(needs),
    readNewAddress: createReadNewAddress(needs),
    readObjection: createReadObjection(needs),
    readContact: createReadContact({ ...needs, explainSignIn }),
    readChain: createReadChain({ ...needs, readCheck: createReadCheck(needs) }),
    readRetailer: createReadRetailer(needs),
    readSession,
    readSubscription,
    readUser: createReadUser({ ...needs, listSessions, listApps: listClients, explainSignIn }),
    releaseOrders: createReleaseOrders(needs),
    removeClient: createRemoveClient(needs),
    readSettings: createReadSettings(needs),
    removeLogo: createRemoveLogo(needs),
    removeRole: createRemoveRole(needs),
    removeTerritory: createRemoveTerritory(needs),
    renameTerritory: createRenameTerritory(needs),
    requestOwnReset: createRequestOwnReset({ ...needs, requestReset }),
    requestReset,
    runImport: createRunImport(needs),
    sendContactReset: createSendContactReset({ ...needs, requestReset }),
    restoreAccess: createRestoreAccess(needs),
    sendInvitation: createSendInvitation({ ...needs, requestReset }),
    sendPasswordReset: createSendPasswordReset({ ...needs, requestReset }),
    signInWithPassword: createSignInWithPassword({ ...needs, checkPassword, startSession }),
    completeSetUp: createCompleteSetUp(needs),
    makeSetUpLink: createMakeSetUpLink(needs),
    prepareSetUpPage: createPrepareSetUpPage(needs),
    readSetUpLink: createReadSetUpLink(needs),
    signOut: createSignOut(needs),
    unlockAccount: createUnlockAccount(needs),
    acknowledgeFindings: createAcknowledgeFindings({ ...needs, verifyAudit, checkAudit }),
    verifyAudit,
    uploadImport: createUploadImport(needs),
    wakeAsks: createWakeAsks(needs),
    withdrawAccess: createWithdrawAccess(needs),
    takeBounce: createTakeBounce(needs),
    takeHeartbeat: createTakeHeartbeat(needs),
  }
}

export type Actions = ReturnType<typeof createActions>
