/*
 * Stands in for dsregcmd, nltest, klist, powershell, wevtutil and taskkill in the Windows lab, under whichever name it is copied
 * to. It replays recorded bytes, delays and exit codes, and writes down how it was called.
 *
 * System32\pku2u-lab.txt names the folder of the machine that is played. There, PROGRAM.answers holds one line for each
 * answer: what the arguments must contain, exit code, delay in milliseconds (-1: never ends, and starts a child that
 * never ends either), and the file with the bytes to print, each after a tab. The first line that fits is taken.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <windows.h>
#include <shellapi.h>
#include <tlhelp32.h>

static char folder[1024];
static char program[64];
static char arguments[65536];

static void utf8(const wchar_t *wide, char *out, int size) {
  if (!WideCharToMultiByte(CP_UTF8, 0, wide, -1, out, size, NULL, NULL)) out[0] = 0;
}

static FILE *open_in_folder(const char *name, const char *mode) {
  char path[2048];
  snprintf(path, sizeof path, "%s\\%s", folder, name);
  return fopen(path, mode);
}

static int find_folder(void) {
  char path[1024];
  FILE *file;
  GetSystemDirectoryA(path, sizeof path - 20);
  strcat(path, "\\pku2u-lab.txt");
  file = fopen(path, "rb");
  if (!file) return 0;
  size_t length = fread(folder, 1, sizeof folder - 1, file);
  fclose(file);
  while (length > 0 && (folder[length - 1] == '\n' || folder[length - 1] == '\r')) length--;
  folder[length] = 0;
  return length > 0;
}

/* One file for each call, so that two at the same time do not write into each other. */
static void write_down(int argc, wchar_t **argv) {
  char name[128], line[32768], byte;
  DWORD got = 0;
  snprintf(name, sizeof name, "calls\\%s-%lu.txt", program, GetCurrentProcessId());
  FILE *file = open_in_folder(name, "wb");
  if (!file) return;
  BOOL read = ReadFile(GetStdHandle(STD_INPUT_HANDLE), &byte, 1, &got, NULL);
  fprintf(file, "stdin %s%c", read && got > 0 ? "open" : "closed", 0);
  fprintf(file, "canary %s%c", GetEnvironmentVariableA("PKU2U_LAB_CANARY", line, sizeof line) ? "seen" : "hidden", 0);
  for (int index = 1; index < argc; index++) {
    utf8(argv[index], line, sizeof line);
    fprintf(file, "%s%c", line, 0);
  }
  fclose(file);
}

static void end_process(DWORD id) {
  HANDLE process = OpenProcess(PROCESS_TERMINATE, FALSE, id);
  if (!process) return;
  TerminateProcess(process, 1);
  CloseHandle(process);
}

/* What Windows' taskkill /T does: children first, while the parent still says whose they are. */
static void end_tree(DWORD id) {
  PROCESSENTRY32 entry = {sizeof entry};
  HANDLE all = CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0);
  for (BOOL more = Process32First(all, &entry); more; more = Process32Next(all, &entry))
    if (entry.th32ParentProcessID == id && entry.th32ProcessID != id) end_tree(entry.th32ProcessID);
  CloseHandle(all);
  end_process(id);
}

static int taskkill(int argc, wchar_t **argv) {
  DWORD id = 0;
  int tree = 0, force = 0;
  for (int index = 1; index < argc; index++) {
    if (!wcscmp(argv[index], L"/T")) tree = 1;
    else if (!wcscmp(argv[index], L"/F")) force = 1;
    else if (!wcscmp(argv[index], L"/PID") && index + 1 < argc) id = wcstoul(argv[++index], NULL, 10);
  }
  if (!tree || !force || id == 0) return 1;
  end_tree(id);
  return 0;
}

static void print_file(const char *name) {
  static char bytes[65536];
  HANDLE out = GetStdHandle(STD_OUTPUT_HANDLE);
  FILE *file = open_in_folder(name, "rb");
  if (!file) return;
  for (size_t got; (got = fread(bytes, 1, sizeof bytes, file)) > 0;) {
    DWORD written;
    if (!WriteFile(out, bytes, (DWORD)got, &written, NULL)) break;
  }
  fclose(file);
}

static void never_end(const wchar_t *self) {
  wchar_t line[1200];
  STARTUPINFOW start = {sizeof start};
  PROCESS_INFORMATION child;
  swprintf(line, 1200, L"\"%ls\" --left-over", self);
  if (CreateProcessW(self, line, NULL, NULL, FALSE, 0, NULL, NULL, &start, &child)) CloseHandle(child.hProcess);
  Sleep(INFINITE);
}

int main(void) {
  int argc;
  wchar_t self[1024], *base;
  wchar_t **argv = CommandLineToArgvW(GetCommandLineW(), &argc);
  GetModuleFileNameW(NULL, self, 1024);
  base = wcsrchr(self, L'\\');
  utf8(base ? base + 1 : self, program, sizeof program);
  CharLowerA(program);
  if (strrchr(program, '.')) *strrchr(program, '.') = 0;
  if (argc > 1 && !wcscmp(argv[1], L"--left-over")) Sleep(INFINITE);
  if (!find_folder()) return 99;
  write_down(argc, argv);
  if (!strcmp(program, "taskkill")) return taskkill(argc, argv);

  for (int index = 1; index < argc; index++) {
    size_t used = strlen(arguments);
    if (used > 0 && used + 1 < sizeof arguments) strcat(arguments, " ");
    utf8(argv[index], arguments + strlen(arguments), (int)(sizeof arguments - strlen(arguments)));
  }
  char name[128], line[4096];
  snprintf(name, sizeof name, "%s.answers", program);
  FILE *answers = open_in_folder(name, "rb");
  if (!answers) return 98;
  while (fgets(line, sizeof line, answers)) {
    char *parts[4] = {line};
    int count = 1;
    line[strcspn(line, "\r\n")] = 0;
    for (char *at = line; *at && count < 4; at++)
      if (*at == '\t') {
        *at = 0;
        parts[count++] = at + 1;
      }
    if (count < 4 || (parts[0][0] && !strstr(arguments, parts[0]))) continue;
    fclose(answers);
    int delay = atoi(parts[2]);
    if (delay < 0) never_end(self);
    Sleep((DWORD)delay);
    print_file(parts[3]);
    return (int)strtoul(parts[1], NULL, 10);
  }
  fclose(answers);
  return 97;
}
