"""Extracts an archive on Spark: documents from any Hadoop path through `onrecord extract --ndjson`, one process per partition.

    spark-submit scale/spark/extract.py INPUT OUTPUT [--format warc|ndjson|parquet] [--partitions N] [--onrecord COMMAND]

OUTPUT/documents has a row per document, with the extraction as JSON (for `onrecord import OUTPUT/documents`), and
OUTPUT/statements a row per statement; both are partitioned by day of publication. OUTPUT/failures lists what could not be read.
"""

import argparse
import json
import os
import queue
import shlex
import subprocess
import tempfile
import threading

from pyspark.sql import SparkSession, functions as f, types as t

FIELDS = ["id", "text", "title", "byline", "outlet", "url", "published", "language"]
DOCUMENT = t.StructType([t.StructField(name, t.StringType()) for name in FIELDS])
EXTRACTED = t.StructType(DOCUMENT.fields + [t.StructField("error", t.StringType()), t.StructField("answer", t.StringType())])
STATEMENT = t.StructType(
    [t.StructField(name, t.StringType()) for name in ["id", "kind", "class", "act", "speaker", "speaker_type", "content"]]
    + [t.StructField(name, t.StringType()) for name in ["earliest", "latest", "value"]]
)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("input", help="a Hadoop path; may have wildcards")
    parser.add_argument("output", help="a Hadoop path that is not there yet")
    parser.add_argument("--format", choices=["warc", "ndjson", "parquet"], default="ndjson")
    parser.add_argument("--partitions", type=int, default=0, help="how many; some hundreds of documents each are well")
    parser.add_argument("--onrecord", default="onrecord", help="the command as it is on every node")
    options = parser.parse_args()
    spark = SparkSession.builder.appName("onrecord extract").getOrCreate()
    documents = read(spark, options).dropDuplicates(["id"])
    if options.partitions:
        documents = documents.repartition(options.partitions)

    lines = documents.select(f.to_json(f.struct(*FIELDS))).rdd.map(lambda row: row[0])
    # One thread a process: as many processes run as there are cores.
    command = shlex.split(options.onrecord) + ["extract", "--ndjson", "--full", "--threads", "1"]
    extracted = spark.createDataFrame(lines.mapPartitions(lambda part: through(command, part)), EXTRACTED)
    day = f.coalesce(f.substring("published", 1, 10), f.lit("unknown"))
    extracted.withColumn("day", day).write.partitionBy("day").parquet(f"{options.output}/documents")

    # What was extracted is read from what was written: nothing is extracted twice.
    written = spark.read.parquet(f"{options.output}/documents").withColumn("day", f.col("day").cast("string"))
    written.where("error is not null").select("id", "url", "error").write.json(f"{options.output}/failures")
    found = f.explode(f.udf(statements_of, t.ArrayType(STATEMENT))("answer")).alias("s")
    statements = written.where("error is null").select(f.col("id").alias("document"), "outlet", "published", "day", found)
    statements.select("document", "outlet", "published", "day", "s.*").write.partitionBy("day").parquet(
        f"{options.output}/statements"
    )
    print(f"{written.count()} documents, {statements.count()} statements")
    spark.stop()


def read(spark, options):
    """The documents of the input, one per row."""
    if options.format == "ndjson":
        return spark.read.schema(DOCUMENT).json(options.input)
    if options.format == "parquet":
        found = spark.read.parquet(options.input)
        columns = [f.col(name).cast("string") if name in found.columns else f.lit(None).cast("string").alias(name) for name in FIELDS]
        return found.select(*columns)
    # A WARC file is read by one task: it has to fit its executor's memory twice.
    files = spark.sparkContext.binaryFiles(options.input, minPartitions=1_000_000)
    lines = files.flatMap(lambda file: documents_of(file[1], file[0], options.onrecord))
    return spark.read.schema(DOCUMENT).json(lines)


def through(command, lines):
    """Rows of documents with the filter's answers, which come in the order of the lines. What the filter says of them
    stays in the executor's log. It reads as fast as it answers: a full pipe holds the lines back.
    """
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    sent, failed = queue.Queue(), []

    def feed():
        try:
            for line in lines:
                sent.put(line)
                process.stdin.write(line + "\n")
        except BaseException as error:  # told by the thread that reads
            failed.append(error)
        finally:
            process.stdin.close()

    feeder = threading.Thread(target=feed, daemon=True)
    feeder.start()
    for answer in process.stdout:
        document, told = json.loads(sent.get()), json.loads(answer)
        yield tuple(document.get(name) for name in FIELDS) + (told.get("error"), answer.rstrip("\n"))
    feeder.join()
    # A line that cannot be read is answered with "error", and the filter ends with 1; more is a failure of the task, which
    # Spark tries again.
    if failed or process.wait() > 1 or not sent.empty():
        raise RuntimeError(f"onrecord ended with {process.returncode}, {sent.qsize()} lines unanswered") from (failed or [None])[0]


def documents_of(content, name, onrecord):
    """The lines that `onrecord read` prints for a file. Messages about broken records go to the executor's log."""
    suffix = "".join(part for part in os.path.basename(name).partition(".")[1:])
    with tempfile.NamedTemporaryFile(suffix=suffix) as copy:
        copy.write(content)
        copy.flush()
        process = subprocess.Popen(shlex.split(onrecord) + ["read", "--english", copy.name], stdout=subprocess.PIPE, text=True)
        yield from process.stdout
        if process.wait() > 1:
            raise RuntimeError(f"onrecord read of {name} ended with {process.returncode}")


def statements_of(answer):
    """The columns that statements are searched by, and each whole statement as JSON."""
    return [
        (
            one["id"],
            one["kind"],
            one["class"],
            one["act"],
            one["speaker"]["name"],
            one["speaker"]["type"],
            " … ".join(span["text"] for span in one["content"]),
            one["said"].get("earliest"),
            one["said"].get("latest"),
            json.dumps(one, ensure_ascii=False),
        )
        for one in json.loads(answer)["statements"]
    ]


if __name__ == "__main__":
    main()
