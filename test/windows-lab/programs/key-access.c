/*
 * Gives a registry key an access list that refuses everybody, or one that lets everybody in again:
 *   key-access deny|allow HKLM|HKU SUBKEY
 * It stands for a key that Windows keeps from the user: what native-reg then meets is a real "access denied".
 */
#include <stdio.h>
#include <string.h>
#include <windows.h>
#include <sddl.h>

int main(int argc, char **argv) {
  HKEY key;
  PSECURITY_DESCRIPTOR descriptor;
  if (argc != 4) return 2;
  HKEY root = strcmp(argv[2], "HKU") ? HKEY_LOCAL_MACHINE : HKEY_USERS;
  /* The right to change the list stays with everybody, so that it can be changed back. */
  const char *list = strcmp(argv[1], "deny") ? "D:(A;CI;KA;;;WD)" : "D:(D;;CCDCLCSWRP;;;WD)(A;;WDRC;;;WD)";
  if (!ConvertStringSecurityDescriptorToSecurityDescriptorA(list, SDDL_REVISION_1, &descriptor, NULL)) {
    printf("list %lu\n", GetLastError());
    return 3;
  }
  LONG status = RegCreateKeyExA(root, argv[3], 0, NULL, 0, WRITE_DAC, NULL, &key, NULL);
  if (status != ERROR_SUCCESS) {
    printf("open %ld\n", status);
    return 4;
  }
  status = RegSetKeySecurity(key, DACL_SECURITY_INFORMATION, descriptor);
  if (status != ERROR_SUCCESS) printf("set %ld\n", status);
  RegCloseKey(key);
  return status == ERROR_SUCCESS ? 0 : 5;
}
