/** The role with full rights. The first migration adds it, and it can't be removed. */
export const fullRightsRoleId = '00000000-0000-7000-8000-000000000001'
