import Statistics

/// What intervals and tests of rows that come in clusters hold, with option `cluster` and without it.
enum ClusterStudy {
    /// The section of the page.
    static func section() throws -> String {
        """
        ## Rows of the same patient

        Patients with one to six images (3.5 on average), all positive but for the areas; right and wrong calls of a
        patient correlate by 0.2 to 0.33. `image` takes each image as independent; `patient` is what `cluster patient_id`
        gives. Per cent of 2,000 simulations.


        """ + (try proportions()) + (try drawn()) + (try areas()) + (try bounds()) + (try tests())
    }

    private static func proportions() throws -> String {
        var table = MarkdownTable([
            "patients, p", "wilson, image", "wilson", "clopper_pearson", "jeffreys", "agresti_coull",
            "bootstrap", "wilson length, image", "wilson length",
        ])
        for (patients, rate) in [10, 20, 50, 200].flatMap({ count in [0.05, 0.2, 0.5].map { (count, $0) } }) {
            var source = RandomSource(seed: UInt64(patients) &* 101 &+ UInt64(100 * rate))
            var (plain, drawn) = (Coverage(), Coverage())
            var clustered = ProportionInterval.allCases.map { _ in Coverage() }
            for simulation in 0..<2_000 {
                let rows = ClusteredRows(1, patients: patients, rate: rate, &source)
                let alone = try rows.samples(1, isClustered: false)[0]
                let sample = try rows.samples(1, isClustered: true)[0]
                plain.add(GroupInterval.of(.accuracy, in: alone).interval, truth: rate)
                for (place, method) in ProportionInterval.allCases.enumerated() {
                    var options = IntervalOptions()
                    options.proportion = method
                    let interval = GroupInterval.of(.accuracy, in: sample, options: options).interval
                    clustered[place].add(interval, truth: rate)
                }
                var options = IntervalOptions()
                (options.resamplesAll, options.draws, options.seed) = (true, 399, UInt64(simulation))
                drawn.add(GroupInterval.of(.accuracy, in: sample, options: options).interval, truth: rate)
            }
            table.add(
                ["\(patients), \(rate)", plain.text] + clustered.map(\.text)
                    + [drawn.text, plain.lengthText, clustered[0].lengthText])
        }
        return """
            Coverage of intervals of one proportion:

            \(table.text)

            """
    }

    /// Quantities without a closed form, whose clusters are drawn.
    private static func drawn() throws -> String {
        var table = MarkdownTable([
            "patients, prevalence", "f1", "f1 bca", "brier", "brier bca", "brier length", "f1 undefined",
        ])
        for (patients, positives) in [(5, 0.5), (10, 0.5), (20, 0.5), (30, 0.5), (50, 0.5), (50, 0.2)] {
            var source = RandomSource(seed: UInt64(patients) &* 17 &+ UInt64(100 * positives))
            let million = try ClusteredRows(patients: 200_000, positives: positives, &source)
                .samples(1, isClustered: false)[0]
            let metrics = [GroupMetric.f1, .brier]
            var coverages = metrics.map { _ in [Coverage(), Coverage()] }
            for simulation in 0..<1_000 {
                let rows = ClusteredRows(patients: patients, positives: positives, &source)
                let sample = try rows.samples(1, isClustered: true)[0]
                for (place, metric) in metrics.enumerated() {
                    for (kind, bootstrap) in IntervalOptions.Bootstrap.allCases.enumerated() {
                        var options = IntervalOptions()
                        (options.bootstrap, options.draws) = (bootstrap, 599)
                        options.seed = UInt64(simulation)
                        let found = GroupInterval.of(metric, in: sample, options: options).interval
                        coverages[place][kind].add(found, truth: million.quantity(metric).value ?? .nan)
                    }
                }
            }
            let cells = coverages.flatMap { $0.map(\.text) }
            table.add(
                ["\(patients), \(positives)"] + cells + [
                    coverages[1][0].lengthText, coverages[0][0].undefinedText,
                ])
        }
        return """
            Coverage of intervals from clusters drawn whole (599 draws, 1,000 simulations), their tails those of Student's t
            with a degree less than there are patients; of five patients nothing tells enough, and every report names groups
            of fewer than 30 (W1215):

            \(table.text)

            """
    }

    private static func areas() throws -> String {
        var table = MarkdownTable(["patients, prevalence", "delong, image", "obuchowski", "obuchowski logit"])
        for (patients, positives) in [(20, 0.5), (50, 0.2), (50, 0.5), (200, 0.2), (200, 0.5)] {
            var source = RandomSource(seed: UInt64(patients) &* 13 &+ UInt64(100 * positives))
            var found: [[Interval?]] = []
            var sum = 0.0
            for _ in 0..<2_000 {
                let rows = ClusteredRows(patients: patients, positives: positives, &source)
                let alone = try rows.samples(1, isClustered: false)[0]
                let sample = try rows.samples(1, isClustered: true)[0]
                guard let area = sample.quantity(.auroc).value else { continue }
                sum += area
                var logit = IntervalOptions()
                logit.area = .logit
                found.append([
                    GroupInterval.of(.auroc, in: alone).interval,
                    GroupInterval.of(.auroc, in: sample).interval,
                    GroupInterval.of(.auroc, in: sample, options: logit).interval,
                ])
            }
            var coverages = [Coverage(), Coverage(), Coverage()]
            for intervals in found {
                for (place, interval) in intervals.enumerated() {
                    coverages[place].add(interval, truth: sum / Double(found.count))
                }
            }
            table.add(["\(patients), \(positives)"] + coverages.map(\.text))
        }
        return """
            Coverage of intervals of an area under the ROC curve, of patients with images of both classes (Obuchowski 1997):

            \(table.text)

            """
    }

    private static func bounds() throws -> String {
        var table = MarkdownTable([
            "groups x patients", "image", "patient", "fails wrongly, image", "patient ",
        ])
        for (groups, patients, spans) in [(2, 30, false), (2, 100, false), (6, 30, false), (3, 30, true)] {
            var source = RandomSource(seed: UInt64(groups) &* 1_009 &+ UInt64(patients))
            var coverages = [Coverage(), Coverage()]
            for _ in 0..<2_000 {
                let rows = ClusteredRows(groups, patients: patients, rate: 0.3, spans: spans, &source)
                for (place, isClustered) in [false, true].enumerated() {
                    let samples = try rows.samples(groups, isClustered: isClustered)
                    coverages[place].add(GapBounds.of(.dp, in: samples).bounds?.interval, truth: 0)
                }
            }
            table.add(
                ["\(groups) x \(patients)\(spans ? ", spanning" : "")"] + coverages.map(\.text)
                    + coverages.map(\.aboveText))
        }
        return """
            Bounds of max-min accuracy between equal groups (rate 0.3): how often they hold 0, and how often they lie wholly
            above it, which is what fails a gate. In the last row the images of each patient are spread over the groups.

            \(table.text)

            """
    }

    private static func tests() throws -> String {
        var table = MarkdownTable([
            "groups x patients", "exact, image", "clusters, patient", "F1 gap, image", "F1 gap, patient",
        ])
        for (groups, patients, spans) in [
            (2, 20, false), (2, 100, false), (6, 20, false), (6, 50, false), (3, 30, true),
        ] {
            var source = RandomSource(seed: UInt64(groups) &* 733 &+ UInt64(patients))
            var alarms = [0, 0, 0, 0]
            for simulation in 0..<2_000 {
                let rows = ClusteredRows(groups, patients: patients, rate: 0.3, spans: spans, &source)
                let alone = try rows.samples(groups, isClustered: false)
                let samples = try rows.samples(groups, isClustered: true)
                let counts = alone.compactMap { GroupMetric.accuracy.proportion(of: $0.counts) }
                let seed = UInt64(simulation)
                let p = [
                    RangeNull(counts)?.permutationP,
                    MonteCarloGap(.dp, of: samples, draws: 199, seed: seed)?.p,
                    MonteCarloGap(.f1Gap, of: alone, draws: 199, seed: seed)?.p,
                    MonteCarloGap(.f1Gap, of: samples, draws: 199, seed: seed)?.p,
                ]
                for place in alarms.indices where (p[place] ?? 1) <= 0.05 { alarms[place] += 1 }
            }
            table.add(
                ["\(groups) x \(patients)\(spans ? ", spanning" : "")"]
                    + alarms.map { MarkdownTable.percent(Double($0) / 2_000) })
        }
        return """
            Equal groups (rate 0.3) that are called unequal at alpha = 5 %: by the exact permutation of images, and by the
            permutation of whole patients (199 draws each). Spread over groups, a patient's images exchange the groups
            among themselves.

            \(table.text)

            """
    }
}
