/* Copies each file of a folder to a shadow folder whenever it is synced: what a power loss would leave.
   LD_PRELOAD=power-shim.so FAULT_DATA=folder FAULT_SHADOW=folder program */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void copy_to_shadow(int fd) {
  const char *data = getenv("FAULT_DATA"), *shadow = getenv("FAULT_SHADOW");
  char link[64], path[4096], temporary[8192], copy[8192], chunk[65536];
  struct stat status;
  if (!data || !shadow || fstat(fd, &status) || !S_ISREG(status.st_mode)) return;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return;
  path[length] = 0;
  if (strncmp(path, data, strlen(data)) != 0) return;
  const char *name = strrchr(path, '/') + 1;
  snprintf(copy, sizeof copy, "%s/%s", shadow, name);
  snprintf(temporary, sizeof temporary, "%s/%s.%d.part", shadow, name, gettid());
  int from = open(path, O_RDONLY), to = open(temporary, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  ssize_t bytes = 0;
  while (from >= 0 && to >= 0 && (bytes = read(from, chunk, sizeof chunk)) > 0)
    if (write(to, chunk, bytes) != bytes) abort();
  if (from >= 0) close(from);
  if (to >= 0) close(to);
  rename(temporary, copy);
}

int fsync(int fd) {
  int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
  int result = real(fd);
  if (result == 0) copy_to_shadow(fd);
  return result;
}

int fdatasync(int fd) {
  int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
  int result = real(fd);
  if (result == 0) copy_to_shadow(fd);
  return result;
}
