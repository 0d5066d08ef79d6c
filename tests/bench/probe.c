/* probe ID RECORD idle|orphan|flood [MB]: the program that every supervisor under test runs.
 *
 * Appends "EVENT ID PID SECONDS" (CLOCK_MONOTONIC) to RECORD with its first instruction, so that times do not include
 * anything that the measuring side does. orphan: leaves a double-forked child in a session of its own behind.
 * flood: writes MB million bytes in lines of 100 bytes, numbered, in pieces of 4000 bytes. Then it waits.
 */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static void record(const char *file, const char *event, const char *id)
{
	struct timespec now;
	char line[160];
	clock_gettime(CLOCK_MONOTONIC, &now);
	int size = snprintf(line, sizeof line, "%s %s %d %ld.%09ld\n", event, id, (int)getpid(), (long)now.tv_sec, now.tv_nsec);
	int fd = open(file, O_WRONLY | O_APPEND | O_CREAT, 0666);
	if (fd >= 0) {
		if (write(fd, line, size) != size)
			_exit(4);
		close(fd);
	}
}

static void orphan(const char *file, const char *id)
{
	if (fork() == 0) {
		setsid();
		if (fork() == 0) {
			for (int fd = 0; fd < 64; fd++)
				close(fd);
			signal(SIGHUP, SIG_IGN);
			record(file, "orphan", id);
			for (;;)
				pause();
		}
		_exit(0);
	}
}

static void flood(long lines)
{
	char piece[4096];
	int filled = 0;
	for (long n = 0; n < lines; n++) {
		memset(piece + filled, 'x', 99);
		char number[16];
		snprintf(number, sizeof number, "%08ld", n);
		memcpy(piece + filled, number, 8);
		piece[filled + 99] = '\n';
		filled += 100;
		if (filled < 4000 && n < lines - 1)
			continue;
		for (int done = 0; done < filled;) {
			int size = write(1, piece + done, filled - done);
			if (size <= 0)
				_exit(3);
			done += size;
		}
		filled = 0;
	}
}

int main(int count, char **words)
{
	if (count < 4)
		return 2;
	record(words[2], "start", words[1]);
	if (!strcmp(words[3], "orphan"))
		orphan(words[2], words[1]);
	if (!strcmp(words[3], "flood")) {
		flood((count > 4 ? atol(words[4]) : 200) * 10000);
		record(words[2], "done", words[1]);
	}
	for (;;)
		pause();
}
