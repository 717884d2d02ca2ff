/** The role that the first migration made and that is always there. */
export const fullRightsRoleId = '00000000-0000-7000-8000-000000000001'
