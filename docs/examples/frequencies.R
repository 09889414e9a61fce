#!/usr/bin/env Rscript
# Answers of wen as data frames of R, by the package jsonlite.
#
#     Rscript frequencies.R [ARCHIVE ...]
#
# Without an archive the example that is built in is asked. WEN names another program than the `wen` on the path.
# The records are described in docs/schema/record.schema.json. R needs a UTF-8 locale, as C.UTF-8 is one.

library(jsonlite)

# The rows that a query gives, one record each. An error of wen is an error with its message.
ask <- function(query, archives = character()) {
  out <- tempfile()
  err <- tempfile()
  on.exit(unlink(c(out, err)))
  status <- system2(Sys.getenv("WEN", "wen"), shQuote(c("--json", "-e", query, archives)), stdout = out, stderr = err, stdin = "/dev/null")
  said <- paste(readLines(err, encoding = "UTF-8"), collapse = "\n")
  # 3: a file could not be read, and the others were.
  if (!status %in% c(0, 3)) stop(said)
  if (status == 3) message(said)
  stream_in(file(out, encoding = "UTF-8"), verbose = FALSE, simplifyMatrix = FALSE)
}

archives <- commandArgs(trailingOnly = TRUE)

cat("Per 10,000 characters, by section:\n")
counts <- ask("freq 党员, 群众 by=section", archives)
print(counts[c("section", "党员 per 10,000", "群众 per 10,000")], digits = 3, row.names = FALSE)

# `hits` are lists of c(start, end), bytes of the file.
hits <- ask("sents | grep 党员", archives)
hits$count <- lengths(hits$hits)
cat("\nSentences with 党员, and how often it stands in them:\n")
print(hits[c("address", "date", "section", "len", "count")], row.names = FALSE)

# The values that are found with spans stand in a data frame of their own.
dates <- ask("dates", archives)
cat("\nKinds of dates:\n")
print(sort(table(dates$attributes$kind), decreasing = TRUE))
