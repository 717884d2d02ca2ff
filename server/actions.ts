import { createCheckPassword } from './accounts/check-password.ts'
import { createAcknowledgeFindings } from './audit/acknowledge-findings.ts'
import { createCheckAudit, createReadCheck } from './audit/check-audit.job.ts'
import { createVerifyAudit } from './audit/verify-audit.ts'
import { createExportAudit } from './audit-log/export-audit.ts'
import { createFindPeople } from './audit-log/find-people.ts'
import { createListAudit } from './audit-log/list-audit.ts'
import { createReadChain } from './audit-log/read-chain.ts'
import { createTakeBounce } from './bounces/take-bounce.ts'
import { createAddContact } from './contacts/add-contact.ts'
import { createAddRetailer } from './contacts/add-retailer.ts'
import { createChangeContact } from './contacts/change-contact.ts'
import { createChangeContactAddress } from './contacts/change-contact-address.ts'
import { createChangeRetailer } from './contacts/change-retailer.ts'
import { createFindContact } from './contacts/find-contact.ts'
import { createListRetailers } from './contacts/list-retailers.ts'
import { createReadContact } from './contacts/read-contact.ts'
import { createReadRetailer } from './contacts/read-retailer.ts'
import { createRestoreAccess } from './contacts/restore-access.ts'
import { createWithdrawAccess } from './contacts/withdraw-access.ts'
import type { Ground } from './ground.ts'
import { createReadHome } from './home/read-home.ts'
import { createReadSetUpFaults } from './http/recent-set-up-faults.ts'
import { createCheckImport } from './import/check-import.ts'
import { createDiscardImport } from './import/discard-import.ts'
import { createExportResult } from './import/export-result.ts'
import { createInviteAdded } from './import/invite-added.ts'
import { createListImportRows } from './import/list-import-rows.ts'
import { createListImports } from './import/list-imports.ts'
import { createReadImport } from './import/read-import.ts'
import { createRunImport } from './import/run-import.ts'
import { createUploadImport } from './import/upload-import.ts'
import { createChangeSubscription } from './licences/change-subscription.ts'
import { createReadSubscription } from './licences/read-subscription.ts'
import { createCheckSender } from './mail-log/check-sender.ts'
import { createClearFailing } from './mail-log/clear-failing.ts'
import { createListFailing } from './mail-log/list-failing.ts'
import { createListMail } from './mail-log/list-mail.ts'
import { createReadMailStanding } from './mail-log/read-mail-standing.ts'
import { createReadMessage } from './mail-log/read-message.ts'
import { createRetryMail } from './mail-log/retry-mail.ts'
import { createSendTestMail } from './mail-log/send-test-mail.ts'
import { createAddClient } from './oidc/add-client.ts'
import { createCheckProof } from './oidc/check-proof.ts'
import { createFindClient, createListClients } from './oidc/find-client.ts'
import { createFindRep } from './oidc/find-rep.ts'
import { createListTargets } from './oidc/list-targets.ts'
import { createReadInteraction } from './oidc/read-interaction.ts'
import { createRemoveClient } from './oidc/remove-client.ts'
import { createChangeLogo } from './organisation/change-logo.ts'
import { createChangeOrganisation } from './organisation/change-organisation.ts'
import { createMarkOfficeNetwork, createUnmarkOfficeNetwork } from './organisation/mark-office-network.ts'
import { createReadSettings } from './organisation/read-settings.ts'
import { createRemoveLogo } from './organisation/remove-logo.ts'
import { createChangePassword } from './own-account/change-password.ts'
import { createConfirmAddress } from './own-account/confirm-address.ts'
import { createConfirmPassword } from './own-account/confirm-password.ts'
import { createEndSessions, createSignOut } from './own-account/end-sessions.ts'
import { createPrepareAccountPage } from './own-account/prepare-account-page.ts'
import { createChangeAddress } from './recovery/change-address.ts'
import { createCompleteReset } from './recovery/complete-reset.ts'
import { createObjectToChange, createReadObjection } from './recovery/object-to-change.ts'
import { createPrepareResetPage } from './recovery/prepare-reset-page.ts'
import { createPrintReset } from './recovery/print-reset.ts'
import { createReadLink } from './recovery/read-link.ts'
import { createRequestOwnReset } from './recovery/request-own-reset.ts'
import { createRequestReset } from './recovery/request-reset.ts'
import { createSavePassword } from './recovery/save-password.ts'
import { createWakeAsks } from './recovery/take-asks.job.ts'
import { createAddRole } from './roles/add-role.ts'
import { createChangeRole } from './roles/change-role.ts'
import { createFindAdministrator } from './roles/find-administrator.ts'
import { createListRoles } from './roles/list-roles.ts'
import { createRemoveRole } from './roles/remove-role.ts'
import { createListSessions, createReadSession } from './sessions/read-session.ts'
import { createStartSession } from './sessions/start-session.ts'
import { createCompleteSetUp } from './set-up/complete-set-up.ts'
import { createMakeSetUpLink } from './set-up/make-set-up-link.ts'
import { createPrepareSetUpPage } from './set-up/prepare-set-up-page.ts'
import { createReadSetUpLink } from './set-up/read-set-up-link.ts'
import { createAskResetOption } from './sign-in/ask-reset-option.ts'
import { createSignInWithPassword } from './sign-in/sign-in-with-password.ts'
import { createExplainSignIn } from './standing/explain-sign-in.ts'
import { createUnlockAccount } from './standing/unlock-account.ts'
import { createAcceptHeldItem } from './sync/accept-held-item.ts'
import { createDiscardItem } from './sync/discard-item.ts'
import { createDismissHeldItem } from './sync/dismiss-held-item.ts'
import { createFindFormerDevice } from './sync/find-former-device.ts'
import { createHandInItems } from './sync/hand-in-items.ts'
import { createListHeldItems } from './sync/list-held-items.ts'
import { createListWaitingDevices } from './sync/list-waiting-devices.ts'
import { createPullRows } from './sync/pull-rows.ts'
import { createPushItems } from './sync/push-items.ts'
import { createReadMe } from './sync/read-me.ts'
import { createReleaseOrders } from './sync/release-orders.ts'
import { createSendContactReset } from './sync/send-contact-reset.ts'
import { createTakeHeartbeat } from './sync/take-heartbeat.ts'
import { createAddTerritory } from './territories/add-territory.ts'
import { createListTerritories } from './territories/list-territories.ts'
import { createRemoveTerritory } from './territories/remove-territory.ts'
import { createRenameTerritory } from './territories/rename-territory.ts'
import { createAddUser } from './users/add-user.ts'
import { createApproveAddress } from './users/approve-address.ts'
import { createChangeUser } from './users/change-user.ts'
import { createChangeUserImage, createFindUserImage } from './users/change-user-image.ts'
import { createChangeUsername } from './users/change-username.ts'
import { createDeactivateUser } from './users/deactivate-user.ts'
import { createEndAllSessions } from './users/end-all-sessions.ts'
import { createEndUserSession } from './users/end-user-session.ts'
import { createEndUserSessions } from './users/end-user-sessions.ts'
import { createExportUsers } from './users/export-users.ts'
import { createFindUsername } from './users/find-username.ts'
import { createListUsers } from './users/list-users.ts'
import { createLockUser } from './users/lock-user.ts'
import { createMarkUserCompromised } from './users/mark-user-compromised.ts'
import { createReactivateUser } from './users/reactivate-user.ts'
import { createReadNewAddress } from './users/read-new-address.ts'
import { createReadUser } from './users/read-user.ts'
import { createSendInvitation } from './users/send-invitation.ts'
import { createSendPasswordReset } from './users/send-password-reset.ts'

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
