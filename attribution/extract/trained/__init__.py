"""The trained English detector: a small encoder, run by onnxruntime, that marks attributions.

The package is cheap to import: numpy, onnxruntime and the model files are read on first use.
"""

from attribution.extract.trained.detector import TrainedDetector

__all__ = ["TrainedDetector"]
