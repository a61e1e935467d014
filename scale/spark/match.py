"""Groups the statements of an archive into utterances: what was said once, with all its reports.

    spark-submit scale/spark/match.py STATEMENTS OUTPUT [--threshold 0.7] [--onrecord COMMAND]

STATEMENTS is what `extract.py` wrote. Candidates are pairs whose runs of three words are alike by MinHash (Broder 1997;
locality-sensitive hashing of Spark's own library); whether they are one utterance is asked of `onrecord match --ndjson`,
one process a partition. OUTPUT has a row a statement: its document, and the utterance it reports, named for the least
of its statements.
"""

import argparse
import json
import re
import shlex

from pyspark.ml.feature import HashingTF, MinHashLSH, NGram
from pyspark.sql import SparkSession, functions as f

WORDS = 3
BUCKETS = 1 << 18


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("statements", help="a Hadoop path of Parquet")
    parser.add_argument("output", help="a Hadoop path that is not there yet")
    parser.add_argument("--threshold", type=float, default=0.7, help="the largest distance (1 - Jaccard) of a candidate")
    parser.add_argument("--tables", type=int, default=8, help="of hashes: more find more candidates, and cost more")
    parser.add_argument("--onrecord", default="onrecord", help="the command as it is on every node")
    options = parser.parse_args()
    spark = SparkSession.builder.appName("onrecord match").getOrCreate()
    key = f.concat_ws("/", "document", "id")
    statements = spark.read.parquet(options.statements).withColumn("key", key).cache()

    same = judged(spark, candidates(statements, options), options.onrecord)
    groups = connected(spark, statements.select("key"), same)
    joined = statements.select("key", "document", f.col("id").alias("statement")).join(groups, "key")
    joined.select("statement", "document", f.col("group").alias("utterance")).write.parquet(options.output)
    print(f"{statements.count()} statements, {groups.select('group').distinct().count()} utterances")
    spark.stop()


def candidates(statements, options):
    """Pairs of statements of different documents that share many runs of words."""
    words = f.udf(lambda content: re.findall(r"\w+", content.lower()), "array<string>")
    prepared = statements.withColumn("words", words("content")).where(f.size("words") >= WORDS)
    runs = NGram(n=WORDS, inputCol="words", outputCol="runs").transform(prepared)
    vectors = HashingTF(inputCol="runs", outputCol="vector", binary=True, numFeatures=BUCKETS).transform(runs)
    model = MinHashLSH(inputCol="vector", outputCol="hashes", numHashTables=options.tables, seed=1).fit(vectors)
    side = vectors.select("key", "document", "outlet", "published", "value", "vector")
    pairs = model.approxSimilarityJoin(side, side, options.threshold, "distance")
    return pairs.where("datasetA.key < datasetB.key and datasetA.document != datasetB.document")


def judged(spark, pairs, onrecord):
    """The pairs that `onrecord match` judges to be one utterance."""

    def line(row):
        sides = [
            {"statement": json.loads(side["value"]), "document": side["document"], "outlet": side["outlet"], "published": side["published"]}
            for side in (row["datasetA"], row["datasetB"])
        ]
        return json.dumps({"id": [row["datasetA"]["key"], row["datasetB"]["key"]], "one": sides[0], "other": sides[1]})

    guarded = "sh -c " + shlex.quote(f"{onrecord} match --ndjson; code=$?; test $code -le 1")
    answers = pairs.rdd.map(line).pipe(guarded, checkCode=True).map(json.loads)
    same = answers.filter(lambda answer: answer.get("same") is True).map(lambda answer: tuple(answer["id"]))
    return spark.createDataFrame(same, "one string, other string")


def connected(spark, keys, edges):
    """Connected components: each key with the smallest key it is connected to, by label propagation."""
    both = edges.union(edges.select("other", "one")).toDF("from", "to").distinct().cache()
    labels = keys.withColumn("group", f.col("key"))
    while True:
        offered = both.join(labels, f.col("from") == f.col("key")).groupBy("to").agg(f.min("group").alias("offered"))
        better = labels.join(offered, f.col("key") == f.col("to"), "left").select(
            "key", f.col("group").alias("before"), f.least("group", f.coalesce("offered", "group")).alias("group")
        )
        # Lineage is cut, or each round would begin from the first.
        better = better.localCheckpoint()
        changed = better.where("group != before").limit(1).count()
        labels = better.select("key", "group")
        if not changed:
            return labels


if __name__ == "__main__":
    main()
