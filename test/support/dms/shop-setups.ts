/** What a shop sets of each partner, as it would type it: nothing that has a usual value. */

export const cdkSetup = {
  subscriptionId: 'b0f1a7c2-77aa-4f0e-8a61-2f6ad0c1f001',
  serviceDepartmentId: 'SVC-1',
  accountingDepartmentId: 'ACC-1',
  serviceAdvisorId: '102',
  laborType: 'CBS',
  opCode: 'BODY',
  company: '1',
  journal: '75',
  userId: 'SHOPFILE',
  userName: 'Shopfile*SHF',
  receivableAccount: '1210',
};
export const openTrackSetup = { enterpriseCode: 'ZE', companyNumber: 'ZE7', serviceWriterId: '999' };
